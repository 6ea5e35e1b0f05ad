package dev.foyer.testing.fuzz;

import java.util.List;

/**
 * One way in.
 *
 * @param name for the report
 * @param authority what {@code Host} should say
 * @param headers of somebody who is let in; none for a stranger
 * @param routes what there is
 */
public record Door(String name, int port, String authority, List<String> headers, List<Route> routes) {

    /** @param template with {@code {parameters}} */
    public record Route(String method, String template) {}

    @Override
    public String toString() {
        return name;
    }
}

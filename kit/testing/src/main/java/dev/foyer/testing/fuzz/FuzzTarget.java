package dev.foyer.testing.fuzz;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/**
 * One way in.
 *
 * @param name for the report
 * @param authority what {@code Host} should say
 * @param headers of somebody who is let in, new for each request; none for a stranger
 * @param routes what there is
 * @param known what stands behind parameters of routes, so that a request comes far enough in to do harm
 * @param sockets how to connect: in clear, or with somebody's certificate
 */
public record FuzzTarget(
        String name,
        int port,
        String authority,
        Supplier<List<String>> headers,
        List<Route> routes,
        Map<String, String> known,
        SocketFactory sockets) {

    /** @param template with {@code {parameters}} */
    public record Route(String method, String template) {
        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

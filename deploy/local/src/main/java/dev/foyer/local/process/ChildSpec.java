package dev.foyer.local.process;

import java.util.List;
import java.util.Map;

/**
 * How to start one component.
 *
 * @param name of its log and record; the component's title unless there are several of it
 * @param environment added to the launcher's own; may hold secrets
 */
public record ChildSpec(Component component, String name, List<String> command, Map<String, String> environment) {

    @Override
    public String toString() {
        return "ChildSpec[" + name + "]";
    }
}

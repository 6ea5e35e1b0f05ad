package dev.foyer.local.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to start one component.
 *
 * @param name of its log and record; the component's title unless there are several of it
 * @param environment added to the launcher's own; may hold secrets
 * @param archive that the command uses or writes
 */
public record ChildSpec(
        Component component,
        String name,
        List<String> command,
        Map<String, String> environment,
        Optional<StartupArchive> archive) {

    /** Without an archive. */
    public ChildSpec(Component component, String name, List<String> command, Map<String, String> environment) {
        this(component, name, command, environment, Optional.empty());
    }

    @Override
    public String toString() {
        return "ChildSpec[" + name + "]";
    }
}

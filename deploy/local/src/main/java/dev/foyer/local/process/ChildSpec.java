package dev.foyer.local.process;

import java.util.List;
import java.util.Map;

/**
 * How to start one part.
 *
 * @param environment added to the launcher's own; may hold secrets
 */
public record ChildSpec(Part part, List<String> command, Map<String, String> environment) {

    @Override
    public String toString() {
        return "ChildSpec[" + part + "]";
    }
}

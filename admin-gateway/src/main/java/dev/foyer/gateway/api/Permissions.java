package dev.foyer.gateway.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names for what roles may do where a page or a program has to know it before it tries. */
final class Permissions {

    /** Replaying and discarding records that a service could not use: it does again what somebody else wrote. */
    static final String DEAD_LETTERS = "dead-letters.settle";

    private static final Map<String, Set<String>> BY_ROLE =
            Map.of(Roles.ADMIN, Set.of(DEAD_LETTERS), Roles.OPERATOR, Set.of(DEAD_LETTERS));

    private Permissions() {}

    /** In the order of the alphabet. */
    static List<String> of(Collection<String> roles) {
        return roles.stream()
                .flatMap(role -> BY_ROLE.getOrDefault(role, Set.of()).stream())
                .distinct()
                .sorted()
                .toList();
    }
}

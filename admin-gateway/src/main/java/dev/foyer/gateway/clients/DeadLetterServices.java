package dev.foyer.gateway.clients;

import java.util.Map;
import java.util.Optional;

/** Who wrote which dead letters. Immutable. @param byName such as {@code pin} */
public record DeadLetterServices(Map<String, RemoteService<? extends DeadLettersClient>> byName) {

    /** Empty for what none of them is called. */
    public Optional<RemoteService<? extends DeadLettersClient>> of(String service) {
        return Optional.ofNullable(byName.get(service));
    }
}

package dev.foyer.pin.domain.scimtoken;

import java.time.Instant;
import java.time.LocalDate;

/** What happened to a tenant's tokens. */
public sealed interface ScimTokenEvent {

    /** Which one. */
    String tokenId();

    /** @param expiresAt {@code null}: it does not */
    record TokenMade(String tokenId, String name, String digest, Instant expiresAt, Instant at, String by)
            implements ScimTokenEvent {}

    record TokenRevoked(String tokenId, Instant at) implements ScimTokenEvent {}

    /** The first use of that day, in UTC. */
    record TokenUsed(String tokenId, LocalDate on) implements ScimTokenEvent {}
}

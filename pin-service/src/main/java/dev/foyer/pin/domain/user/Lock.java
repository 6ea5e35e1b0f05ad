package dev.foyer.pin.domain.user;

import java.time.Instant;

/**
 * Even the right PIN is refused while this holds.
 *
 * @param until end of a temporary lock; {@code null}: until an administrator acts
 */
public record Lock(Instant since, Instant until) {

    boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }
}

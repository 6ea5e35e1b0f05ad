package dev.foyer.pin.domain.conferenceid;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The states of one conference ID. */
public sealed interface ConferenceId {

    record Free() implements ConferenceId {}

    /**
     * Was somebody's; free for anybody, but a return that is late still finds its answer.
     *
     * @param at {@code null} in journals before format 2: long ago
     */
    record Released(Instant at) implements ConferenceId {}

    /** @param owner {@code tenant/userId} */
    record Reserved(String owner) implements ConferenceId {}

    /** A day, within which what was done may be asked for again, and an hour for clocks that differ. */
    Duration KEPT = Duration.ofHours(25);

    /** From when on nobody need know that it was somebody's. */
    default Optional<Instant> forgottenAt() {
        return switch (this) {
            case Released(Instant at) -> Optional.of(at == null ? Instant.EPOCH : at.plus(KEPT));
            case Free _, Reserved _ -> Optional.empty();
        };
    }
}

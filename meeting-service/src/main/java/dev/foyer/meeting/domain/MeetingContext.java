package dev.foyer.meeting.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * What a decision is given from outside.
 *
 * @param memory whether there is some for one more leg, participant or meeting; asked only then, since asking may cost
 * @param silence after which a call leg has left of which nothing is heard (E6)
 */
public record MeetingContext(Instant now, LobbyRules lobbies, BooleanSupplier memory, Duration silence) {

    /** For what no silence means anything to. */
    public MeetingContext(Instant now, LobbyRules lobbies, BooleanSupplier memory) {
        this(now, lobbies, memory, CallSilences.STANDARD);
    }

    /** With memory for everything. */
    public MeetingContext(Instant now, LobbyRules lobbies) {
        this(now, lobbies, () -> true);
    }

    /** For what no tenant's choice means anything to. */
    public MeetingContext(Instant now) {
        this(now, LobbyRules.DEFAULT);
    }
}

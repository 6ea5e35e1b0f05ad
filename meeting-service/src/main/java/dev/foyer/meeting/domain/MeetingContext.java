package dev.foyer.meeting.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * What a decision is given from outside.
 *
 * @param memory whether there is some for one more leg, participant or meeting; asked only then, since asking may cost
 * @param silence after which a call leg has left of which nothing is heard (E6)
 * @param shortest the same for what is heard: as short as it may turn out to be
 */
public record MeetingContext(
        Instant now, LobbyRules lobbies, BooleanSupplier memory, Duration silence, Duration shortest) {

    /** Of a tenant whose silence is known. */
    public MeetingContext(Instant now, LobbyRules lobbies, BooleanSupplier memory, Duration silence) {
        this(now, lobbies, memory, silence, silence);
    }

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

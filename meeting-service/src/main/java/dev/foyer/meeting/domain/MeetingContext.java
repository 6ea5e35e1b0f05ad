package dev.foyer.meeting.domain;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * What a decision is given from outside.
 *
 * @param memory whether there is some for one more leg, participant or meeting; asked only then, since asking may cost
 */
public record MeetingContext(Instant now, LobbyRules lobbies, BooleanSupplier memory) {

    /** With memory for everything. */
    public MeetingContext(Instant now, LobbyRules lobbies) {
        this(now, lobbies, () -> true);
    }

    /** For what no tenant's choice means anything to. */
    public MeetingContext(Instant now) {
        this(now, LobbyRules.DEFAULT);
    }
}

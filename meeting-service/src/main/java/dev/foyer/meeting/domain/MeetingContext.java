package dev.foyer.meeting.domain;

import java.time.Instant;

/** What a decision is given from outside. */
public record MeetingContext(Instant now, LobbyRules lobbies) {

    /** For what no tenant's choice means anything to. */
    public MeetingContext(Instant now) {
        this(now, LobbyRules.DEFAULT);
    }
}

package dev.foyer.meeting.domain;

import dev.foyer.meeting.domain.MeetingEvent.Admission;

/**
 * What holds in a tenant's lobbies. Immutable.
 *
 * @param admission how those who wait get in; a meeting keeps what held at its start
 */
public record LobbyRule(Admission admission) {

    /** Of a tenant that has chosen nothing. */
    public static final LobbyRule DEFAULT = new LobbyRule(Admission.AUTOMATIC);
}

package dev.foyer.meeting.domain;

import dev.foyer.meeting.domain.MeetingEvent.Admission;

/**
 * What holds in a tenant's lobbies. Immutable.
 *
 * @param admission how those who wait get in; a meeting keeps what held at its start
 * @param mostCalls call legs in one meeting, with those who wait; and as many signed-in participants
 * @param alertMinutes after how long the organizer is told that somebody waits (E7), {@code null}: never
 * @param announcements that the bridge makes (E8); {@code null}: nothing is said of them
 * @param room that the tenant has left for calls, in all its meetings
 */
public record LobbyRule(
        Admission admission, int mostCalls, Integer alertMinutes, Announcements announcements, TenantRoom room) {

    /** So many still fit into one record of the snapshots with ids that bridges usually give; with longer ones {@link PackedSize} says. */
    public static final int MOST_CALLS = 15_000;

    /** Of a tenant that has chosen nothing, where nothing else is configured. */
    public static final LobbyRule DEFAULT = new LobbyRule(Admission.AUTOMATIC, MOST_CALLS);

    /** Of a tenant that has chosen nothing else, and has room. */
    public LobbyRule(Admission admission, int mostCalls) {
        this(admission, mostCalls, null, Announcements.DEFAULT, TenantRoom.UNBOUNDED);
    }
}

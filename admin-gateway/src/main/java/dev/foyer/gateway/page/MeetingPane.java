package dev.foyer.gateway.page;

import java.util.List;

/**
 * The chosen meeting.
 *
 * @param ask the list beside it
 * @param admin the account's role allows letting in and ending
 * @param join how it is joined by phone; {@code null}: nobody can join any more, or it cannot be said now
 * @param events the last that happened; {@code null}: this account may not read them
 * @param said what was just done, or {@code null}
 * @param refusal why it could not be done, or {@code null}
 */
record MeetingPane(
        MeetingRow row, MeetingAsk ask, boolean admin, String join, List<EventRow> events, Done said, String refusal) {

    /** What was just done. */
    enum Done {
        ADMITTED,
        ENDED
    }

    MeetingPane after(Done done) {
        return new MeetingPane(row, ask, admin, join, events, done, null);
    }

    MeetingPane refused(String why) {
        return new MeetingPane(row, ask, admin, join, events, null, why);
    }
}

package dev.foyer.meeting.api;

import dev.foyer.meeting.domain.ConferenceId;

/** How long what callers send may be, beside {@code TextKind}. They bound an event's size; see {@code Admissions.PER_EVENT}. */
final class Limits {

    /** Characters of ids: calls, users, participants. */
    static final int ID = 128;

    static final String CONFERENCE_ID = ConferenceId.ANY;
    static final String CONFERENCE_ID_MESSAGE = "must be a conference ID of 7 or 9 digits";

    private Limits() {}
}

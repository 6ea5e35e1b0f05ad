package dev.foyer.meeting.inbound;

import dev.foyer.base.events.EventData;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.meeting.domain.ConferenceId;

/** A conference ID in the data of an event. */
final class ConferenceIdField {

    private static final String USUAL = "conferenceId";

    private ConferenceIdField() {}

    /** A user's own. */
    static String personal(EventData data) {
        return personal(data, USUAL);
    }

    /** A user's own, in a field of that name. */
    static String personal(EventData data, String field) {
        return matching(data, field, ConferenceId.PERSONAL);
    }

    /** A user's own or a scheduled meeting's. */
    static String any(EventData data) {
        return matching(data, USUAL, ConferenceId.ANY);
    }

    private static String matching(EventData data, String field, String pattern) {
        String value = data.text(field);
        if (!value.matches(pattern)) {
            throw new Unacceptable("The field " + field + " must be digits: " + pattern + ".");
        }
        return value;
    }
}

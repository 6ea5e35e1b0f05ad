package dev.foyer.gateway.index;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The types of {@code pin.events} that this reader knows; others are skipped and counted. */
enum PinEventType {
    USER_PROVISIONED("UserProvisioned"),
    USER_REMOVED("UserRemoved"),
    USER_ENABLED("UserEnabled"),
    USER_DISABLED("UserDisabled"),
    PIN_RESET("PinReset"),
    PIN_REJECTED("PinRejected"),
    PIN_LOCKED("PinLocked"),
    PIN_UNLOCKED("PinUnlocked"),
    ORGANIZER_VERIFIED("OrganizerVerified"),
    CONFERENCE_ID_CHANGED("ConferenceIdChanged"),
    DEFAULT_NUMBER_CHANGED("DefaultNumberChanged"),
    PSTN_ONLY_MEETINGS_CHANGED("PstnOnlyMeetingsChanged"),
    CONFERENCE_INFORMATION_REQUESTED("ConferenceInformationRequested");

    private static final Map<String, PinEventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(one -> one.type, one -> one));

    private final String type;

    PinEventType(String name) {
        this.type = "foyer.pin." + name + ".v1";
    }

    /** Whether a user may be first heard of by this event; guesses at the PIN of nobody are reported too (rule B3). */
    boolean introduces() {
        return this == USER_PROVISIONED || this == USER_ENABLED;
    }

    /** @return {@code null} when the type is not known */
    static PinEventType of(String type) {
        return BY_TYPE.get(type);
    }
}

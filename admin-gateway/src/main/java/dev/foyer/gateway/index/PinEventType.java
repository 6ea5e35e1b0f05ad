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
    ORGANIZER_VERIFIED("OrganizerVerified");

    private static final Map<String, PinEventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(one -> one.type, one -> one));

    private final String type;

    PinEventType(String name) {
        this.type = "foyer.pin." + name + ".v1";
    }

    /** @return {@code null} when the type is not known */
    static PinEventType of(String type) {
        return BY_TYPE.get(type);
    }
}

package dev.foyer.gateway.page;

import java.util.Arrays;
import java.util.Optional;

/** Why users of a campaign were left as they are, or wait; the names are those of events, and keys of messages. */
public enum CampaignReason {
    ALREADY_ENABLED,
    PIN_LONG_ENOUGH,
    USER_NOT_FOUND,
    USER_NOT_ENABLED,
    OWN_PIN,
    RESET_LIMIT_REACHED,
    USER_LIMIT_REACHED,
    NOT_ALLOWED,
    NO_DELIVERY_KEY,
    CONFERENCE_ID_UNSETTLED,
    NO_ANSWER;

    /** Empty: one that only a later pin-service knows. */
    static Optional<CampaignReason> of(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}

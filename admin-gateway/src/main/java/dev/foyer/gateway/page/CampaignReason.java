package dev.foyer.gateway.page;

import java.util.Arrays;
import java.util.Optional;

/** Why users of a campaign were left as they are; the names are those of events, and keys of messages. */
public enum CampaignReason {
    ALREADY_ENABLED,
    PIN_LONG_ENOUGH,
    USER_NOT_FOUND,
    USER_NOT_ENABLED,
    OWN_PIN,
    RESET_LIMIT_REACHED,
    USER_LIMIT_REACHED,
    NOT_ALLOWED;

    /** Empty: one that only a later pin-service knows. */
    static Optional<CampaignReason> of(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}

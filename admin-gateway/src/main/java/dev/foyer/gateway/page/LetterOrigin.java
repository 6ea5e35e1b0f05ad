package dev.foyer.gateway.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of a tenant's own topics records came in by, and so which service could not use them. The names are keys of messages. */
public enum LetterOrigin {
    /** Read by pin-service. */
    DIRECTORY,
    /** Read by meeting-service. */
    BRIDGE,
    /** Read by meeting-service. */
    ORGANIZER;

    /** As in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String topic(String tenant) {
        return "in." + tenant + "." + word();
    }

    static Optional<LetterOrigin> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}

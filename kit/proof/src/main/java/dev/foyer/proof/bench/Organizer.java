package dev.foyer.proof.bench;

import java.util.Locale;

/** Who a wrong PIN may meet. */
enum Organizer {
    ENABLED,
    LOCKED,
    DISABLED,
    REMOVED;

    String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.foyer.gateway.page;

import java.util.Locale;

/** Of whom events are, for those who choose among their types; the names are keys of messages. */
public enum HookService {
    MEETING,
    NOTIFICATION,
    PIN;

    /** As the types of its events have it. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT) + ".";
    }
}

package dev.foyer.gateway.page;

import java.util.Locale;

/** The filters of the list of users, in their order; the names are keys of messages, in lower case words of {@code state}. */
public enum UserFilter {
    ALL,
    ENABLED,
    DISABLED,
    LOCKED,
    HELD;

    /** As it is asked for; empty: all. */
    public String state() {
        return this == ALL ? "" : name().toLowerCase(Locale.ROOT);
    }
}

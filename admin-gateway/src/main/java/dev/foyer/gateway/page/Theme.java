package dev.foyer.gateway.page;

import java.util.Arrays;

/** Light or dark; the names are keys of messages. */
public enum Theme {
    /** As the reader's system is. */
    AUTO,
    LIGHT,
    DARK;

    /** @return {@code null} when it is none */
    static Theme of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

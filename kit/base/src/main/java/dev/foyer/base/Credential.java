package dev.foyer.base;

import java.util.Objects;

/**
 * What proves who asked for a command; opaque to all but those who made and check it. Whoever has it may ask the same for
 * as long as it is good, so it is in no topic, log or message.
 */
public record Credential(String value) {
    public Credential {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "Credential[]";
    }
}

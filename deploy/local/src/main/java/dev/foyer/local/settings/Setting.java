package dev.foyer.local.settings;

import java.util.Locale;

/**
 * One key of {@code application.properties}.
 *
 * @param module whose source declares it
 * @param key with {@code <name>} where people choose a name
 * @param usual the value when nobody says anything; {@code needed} or {@code none} when there is no such value
 * @param meaning one or two sentences
 */
record Setting(String module, String key, String type, String usual, String meaning) implements Comparable<Setting> {

    /** As it is called in the environment; what people name cannot be told there. */
    String variable() {
        return key.contains("<") ? "" : key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Setting other) {
        return key.compareTo(other.key);
    }
}

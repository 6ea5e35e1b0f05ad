package dev.foyer.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.index.SettingsEntry;
import java.util.Optional;

/**
 * What a form asks about the reason (rule G3), by the settings of the tenant as they are now; what is said of it is checked where the API checks it.
 *
 * @param asked whether there is a field for it
 * @param needed whether it may not be left empty
 * @param pattern what has to stand in it; {@code null}: anything will do
 * @param typed before, when it was refused; else empty
 */
record Why(boolean asked, boolean needed, String pattern, String typed) {

    /** Where nobody wants to know. */
    static final Why UNASKED = new Why(false, false, null, "");

    static Why by(Optional<SettingsEntry> settings) {
        return settings.map(SettingsEntry::settings).map(Why::by).orElse(UNASKED);
    }

    private static Why by(JsonNode settings) {
        return switch (settings.path("reasons").asText()) {
            case "OPTIONAL" -> new Why(true, false, pattern(settings), "");
            case "REQUIRED" -> new Why(true, true, pattern(settings), "");
            default -> UNASKED;
        };
    }

    private static String pattern(JsonNode settings) {
        return settings.path("reasonPattern").asText(null);
    }

    /** With that in its field. @param text or {@code null} */
    Why typed(String text) {
        return new Why(asked, needed, pattern, text == null ? "" : text);
    }
}

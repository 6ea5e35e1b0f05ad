package dev.foyer.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The chosen setting.
 *
 * @param edits what the form begins with: the setting as it is, or as somebody wanted it and was refused
 * @param admin the account's role allows changing
 * @param numbers that may be chosen, of a setting that is one of the service numbers
 * @param change to be confirmed, or {@code null}
 * @param saved whether it was just saved
 * @param refusal why not, or {@code null}
 * @param past what it was before, the newest first; empty too where the account may not read the audit
 */
record SettingPane(
        SettingRow row,
        SettingRow edits,
        boolean admin,
        List<String> numbers,
        Change change,
        boolean saved,
        String refusal,
        List<SettingPast> past) {

    /** Lines of the form beyond those that there are. */
    private static final int EMPTY_LINES = 2;

    /**
     * @param from and {@code to} in words
     * @param fields of the form, to be sent once more
     */
    record Change(String from, String to, List<Map.Entry<String, String>> fields) {}

    /** As it was seen, so that nobody overwrites what somebody else just set. */
    public String seen() {
        return row.value() == null ? "" : row.value().toString();
    }

    /** The lines of the form of numbers. */
    public List<Line> lines() {
        List<Line> all = new java.util.ArrayList<>();
        if (edits.value() != null) {
            edits.value().forEach(one -> all.add(Line.of(one)));
        }
        for (int i = 0; i < EMPTY_LINES; i++) {
            all.add(new Line("", "TOLL", "", "", ""));
        }
        return all;
    }

    /** A number that callers may dial. */
    record Line(String number, String type, String city, String country, String languages) {

        static Line of(JsonNode is) {
            List<String> languages = new java.util.ArrayList<>();
            is.path("languages").forEach(one -> languages.add(one.asText()));
            return new Line(
                    is.path("number").asText(),
                    is.path("type").asText(),
                    is.path("city").asText(""),
                    is.path("country").asText(""),
                    String.join(", ", languages));
        }
    }

    SettingPane asking(Change wanted) {
        return new SettingPane(row, edits, admin, numbers, wanted, false, null, past);
    }

    SettingPane done() {
        return new SettingPane(row, row, admin, numbers, null, true, null, past);
    }

    /** @param typed in the form */
    SettingPane refused(String why, SettingRow typed) {
        return new SettingPane(row, typed, admin, numbers, null, false, why, past);
    }
}

package dev.foyer.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A setting in words, with its value.
 *
 * @param value {@code null}: none
 */
record SettingRow(Setting setting, JsonNode value, Glossary words) {

    /** A word to choose. */
    record Option(String value, String label, boolean chosen) {}

    public String name() {
        return setting.name();
    }

    public String label() {
        return words.word(name());
    }

    /** @return {@code null}: of a later version */
    public String means() {
        return words.find(name() + ".means").orElse(null);
    }

    /** @return {@code null}: of a later version */
    public String touches() {
        return words.find(name() + ".touches").orElse(null);
    }

    /** Whether it is known to be another than the default. */
    public boolean changed() {
        return setting.known() && !standard();
    }

    /** Whether it is what it would be if nobody had set it. */
    public boolean standard() {
        return setting.known() && Objects.equals(value, setting.standard());
    }

    public String shown() {
        return shown(value);
    }

    public String standardShown() {
        return shown(setting.standard());
    }

    /** @param is {@code null}: none */
    String shown(JsonNode is) {
        String none = words.find(name() + ".none").orElseGet(() -> words.word("none"));
        if (is == null || is.isArray() && is.isEmpty()) {
            return none;
        }
        return switch (setting.kind()) {
            case SettingKind.Flag _ -> words.word(is.asText());
            case SettingKind.Choice _ -> words.word(name() + "." + is.asText(), is.asText());
            case SettingKind.Switches(List<String> names) -> {
                List<String> off = names.stream()
                        .filter(one -> !is.path(one).asBoolean(true))
                        .map(one -> words.word(name() + "." + one))
                        .toList();
                yield off.isEmpty() ? words.word("true") : words.word("false") + ": " + String.join(", ", off);
            }
            case SettingKind.Sender _ ->
                is.path("sendEmailFromOverride").asBoolean()
                        ? is.path("sendEmailFromDisplayName").asText() + " <"
                                + is.path("sendEmailFromAddress").asText() + ">"
                        : none;
            case SettingKind.Numbers _ -> {
                List<String> all = new ArrayList<>();
                is.forEach(one -> all.add(one.path("number").asText()
                        + (one.hasNonNull("city") ? " (" + one.get("city").asText() + ")" : "")));
                yield String.join(", ", all);
            }
            case SettingKind.Whole _, SettingKind.Line _, SettingKind.NumberOf _ -> is.asText();
        };
    }

    /** As it stands in a field; empty: none. */
    public String text() {
        return value == null || value.isContainerNode() ? "" : value.asText();
    }

    /** Of a part of it. */
    public String part(String part) {
        return value == null ? "" : value.path(part).asText("");
    }

    /** The words of a choice or of switches. */
    public List<Option> options() {
        return switch (setting.kind()) {
            case SettingKind.Flag _ ->
                List.of(option("true", words.word("true")), option("false", words.word("false")));
            case SettingKind.Choice(List<String> all) ->
                all.stream()
                        .map(one -> option(one, words.word(name() + "." + one, one)))
                        .toList();
            case SettingKind.Switches(List<String> all) ->
                all.stream()
                        .map(one -> new Option(
                                one,
                                words.word(name() + "." + one),
                                value == null || value.path(one).asBoolean(true)))
                        .toList();
            default -> List.of();
        };
    }

    private Option option(String word, String label) {
        return new Option(word, label, word.equals(text()));
    }

    /** A word of the form of numbers. */
    public String word(String key) {
        return words.word(name() + "." + key);
    }
}

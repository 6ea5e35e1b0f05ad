package dev.foyer.gateway.page;

import java.util.List;

/** What a setting is, for its form. */
sealed interface SettingKind {

    /** Yes or no. */
    record Flag() implements SettingKind {}

    /** @param optional whether it may be left empty */
    record Whole(int least, int most, boolean optional) implements SettingKind {}

    /** One of these words. */
    record Choice(List<String> words) implements SettingKind {}

    /** @param type of the input: {@code text} or {@code email} */
    record Line(String type) implements SettingKind {}

    /** Several yes or no in one. */
    record Switches(List<String> names) implements SettingKind {}

    /** Three that hold together or not at all: whether, address, name. */
    record Sender() implements SettingKind {}

    /** Of numbers that callers may dial. */
    record Numbers() implements SettingKind {}

    /** One of the service numbers. @param type {@code TOLL} or {@code TOLL_FREE} */
    record NumberOf(String type) implements SettingKind {}

    /** For the template. */
    default String id() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}

package dev.foyer.pin.domain.tenant;

import dev.foyer.pin.domain.tenant.MailSettings.EmailSwitches;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A setting's value as the audit shows it. Part of the public contract, so it follows from no class or field name:
 * numbers and words as they are, lists joined by {@code "; "}, a service number as its fields with blanks between.
 */
final class SettingText {

    private SettingText() {}

    /** {@code null} for not set. */
    static String of(Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list -> list.stream().map(SettingText::of).collect(Collectors.joining("; "));
            case ServiceNumber number ->
                words(
                        number.number(),
                        number.type().name(),
                        number.city(),
                        number.country(),
                        number.languages() == null ? null : String.join(",", number.languages()));
            case EmailSwitches switches ->
                words(
                        "welcome=" + switches.welcome(),
                        "informationChanged=" + switches.informationChanged(),
                        "pinReset=" + switches.pinReset(),
                        "turnedOff=" + switches.turnedOff(),
                        "pinLocked=" + switches.pinLocked(),
                        "somebodyWaits=" + switches.somebodyWaits());
            case Enum<?> word -> word.name();
            default -> value.toString();
        };
    }

    private static String words(String... words) {
        return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}

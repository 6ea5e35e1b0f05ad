package dev.foyer.gateway.page;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Times and numbers in the reader's language. Nobody told us their time zone, so a time says which one it means; where a
 * script runs it puts the reader's own there: {@code <time datetime="{at}">{at.shown}</time>}.
 */
@TemplateExtension
final class Local {

    private Local() {}

    static String shown(Instant at, @TemplateAttribute("locale") Object language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(of(language))
                        .format(at.atZone(ZoneOffset.UTC))
                + " UTC";
    }

    static String shown(LocalDate day, @TemplateAttribute("locale") Object language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(of(language))
                .format(day);
    }

    static String grouped(long number, @TemplateAttribute("locale") Object language) {
        return NumberFormat.getIntegerInstance(of(language)).format(number);
    }

    static String grouped(int number, @TemplateAttribute("locale") Object language) {
        return grouped((long) number, language);
    }

    /** What a language calls itself. */
    static String ownName(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    /** Instead of something that is not shown yet. */
    static String dots(String hidden) {
        return "•".repeat(hidden.length());
    }

    /** English without a country is not the United States'. */
    static Locale of(Object language) {
        Locale locale = (Locale) language;
        return Locale.ENGLISH.equals(locale) ? Locale.UK : locale;
    }
}

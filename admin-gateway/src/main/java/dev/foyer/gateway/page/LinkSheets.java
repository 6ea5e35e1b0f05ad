package dev.foyer.gateway.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What is said behind view-once links, in a language that there is. Thread-safe. */
@ApplicationScoped
class LinkSheets {

    /** English, and every language that has a message file: the build made a bean of each. */
    private final List<Locale> languages;

    @Inject
    LinkSheets(@Any Instance<LinkMessages> bundles) {
        Stream<Locale> localized = bundles.handlesStream()
                .flatMap(handle -> handle.getBean().getQualifiers().stream())
                .filter(Localized.class::isInstance)
                .map(qualifier -> Locale.forLanguageTag(((Localized) qualifier).value()));
        languages =
                Stream.concat(Stream.of(Locale.ENGLISH), localized).distinct().toList();
    }

    /** @param organization for whom it was sent, or {@code null} */
    LinkSheet ready(String language, String organization) {
        Locale locale = known(language);
        LinkMessages say = in(locale);
        return new LinkSheet(
                locale.toLanguageTag(),
                say.readyTitle(),
                null,
                Stream.of(organization == null ? null : say.readyFor(organization), say.readyOnce())
                        .filter(Objects::nonNull)
                        .toList(),
                say.show());
    }

    /** @param digits are in this one sheet, and nowhere else */
    LinkSheet shown(String language, String digits) {
        Locale locale = known(language);
        LinkMessages say = in(locale);
        return new LinkSheet(
                locale.toLanguageTag(), say.shownTitle(), digits, List.of(say.shownOnce(), say.keepSecret()), null);
    }

    LinkSheet used(String language, Instant at) {
        Locale locale = known(language);
        LinkMessages say = in(locale);
        return new LinkSheet(
                locale.toLanguageTag(),
                say.usedTitle(),
                null,
                List.of(say.usedAt(time(at, locale)), say.usedByOthers()),
                null);
    }

    /** @param accepted the header of the browser, or {@code null}: nothing here depends on the link */
    LinkSheet dead(String accepted) {
        Locale locale = known(accepted);
        LinkMessages say = in(locale);
        return new LinkSheet(locale.toLanguageTag(), say.deadTitle(), null, List.of(say.deadWhy(), say.ask()), null);
    }

    /** @param accepted as of {@link #dead} */
    LinkSheet later(String accepted) {
        Locale locale = known(accepted);
        LinkMessages say = in(locale);
        return new LinkSheet(locale.toLanguageTag(), say.laterTitle(), null, List.of(say.later()), null);
    }

    /** @param ranges RFC 4647, one or a list with weights, or {@code null} */
    private Locale known(String ranges) {
        try {
            Locale found = ranges == null ? null : Locale.lookup(Locale.LanguageRange.parse(ranges), languages);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException notRanges) {
            return Locale.ENGLISH;
        }
    }

    private static LinkMessages in(Locale locale) {
        return MessageBundles.get(LinkMessages.class, Localized.Literal.of(locale.toLanguageTag()));
    }

    /** Nobody knows the reader's time zone, so it says which one it means; English without a country is not the United States'. */
    private static String time(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale.equals(Locale.ENGLISH) ? Locale.UK : locale)
                        .format(at.atZone(ZoneOffset.UTC))
                + " UTC";
    }
}

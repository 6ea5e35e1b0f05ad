package dev.foyer.gateway.page;

import dev.foyer.gateway.api.MessageLanguages;
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
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What is said behind view-once links, in a language that there is. Thread-safe. */
@ApplicationScoped
class LinkSheets {

    private final MessageLanguages languages;

    @Inject
    LinkSheets(@Any Instance<LinkMessages> bundles) {
        languages = MessageLanguages.of(bundles);
    }

    /** @param organization for whom it was sent, or {@code null} */
    LinkSheet ready(String language, String organization) {
        return sheet(
                language,
                (locale, say) -> new LinkSheet(
                        locale.toLanguageTag(),
                        say.readyTitle(),
                        null,
                        Stream.of(organization == null ? null : say.readyFor(organization), say.readyOnce())
                                .filter(Objects::nonNull)
                                .toList(),
                        say.show()));
    }

    /** @param digits are in this one sheet, and nowhere else */
    LinkSheet shown(String language, String digits) {
        return sheet(
                language,
                (locale, say) -> new LinkSheet(
                        locale.toLanguageTag(),
                        say.shownTitle(),
                        digits,
                        List.of(say.shownOnce(), say.keepSecret()),
                        null));
    }

    LinkSheet used(String language, Instant at) {
        return sheet(
                language,
                (locale, say) -> said(locale, say.usedTitle(), say.usedAt(time(at, locale)), say.usedByOthers()));
    }

    /** @param accepted the header of the browser, or {@code null}: nothing here depends on the link */
    LinkSheet dead(String accepted) {
        return sheet(accepted, (locale, say) -> said(locale, say.deadTitle(), say.deadWhy(), say.ask()));
    }

    /** @param accepted as of {@link #dead} */
    LinkSheet later(String accepted) {
        return sheet(accepted, (locale, say) -> said(locale, say.laterTitle(), say.later()));
    }

    private LinkSheet sheet(String ranges, BiFunction<Locale, LinkMessages, LinkSheet> saying) {
        Locale locale = languages.choose(ranges);
        return saying.apply(
                locale, MessageBundles.get(LinkMessages.class, Localized.Literal.of(locale.toLanguageTag())));
    }

    /** One that shows nothing and asks nothing. */
    private static LinkSheet said(Locale locale, String title, String... lines) {
        return new LinkSheet(locale.toLanguageTag(), title, null, List.of(lines), null);
    }

    /** Nobody knows the reader's time zone, so it says which one it means; English without a country is not the United States'. */
    private static String time(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale.equals(Locale.ENGLISH) ? Locale.UK : locale)
                        .format(at.atZone(ZoneOffset.UTC))
                + " UTC";
    }
}

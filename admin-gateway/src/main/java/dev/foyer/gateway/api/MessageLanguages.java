package dev.foyer.gateway.api;

import io.quarkus.qute.i18n.Localized;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages that a bundle of messages has, and which of them is wanted. */
public record MessageLanguages(List<Locale> available) {

    /** English, and every language that has a message file: the build made a bean of each. */
    public static MessageLanguages of(Instance<?> bundles) {
        Stream<Locale> localized = bundles.handlesStream()
                .flatMap(handle -> handle.getBean().getQualifiers().stream())
                .filter(Localized.class::isInstance)
                .map(qualifier -> Locale.forLanguageTag(((Localized) qualifier).value()));
        return new MessageLanguages(
                Stream.concat(Stream.of(Locale.ENGLISH), localized).distinct().toList());
    }

    /** @param ranges RFC 4647, one or a list with weights as in {@code Accept-Language}, or {@code null}; English fits them all */
    public Locale choose(String ranges) {
        try {
            Locale found = ranges == null ? null : Locale.lookup(Locale.LanguageRange.parse(ranges), available);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException notRanges) {
            return Locale.ENGLISH;
        }
    }
}

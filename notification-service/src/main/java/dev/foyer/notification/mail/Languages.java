package dev.foyer.notification.mail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Chooses among the languages that have a message file (D4): the user's, else the tenant's, else English. */
record Languages(List<Locale> available) {

    Locale choose(String ofUser, String ofTenant) {
        return Stream.of(ofUser, ofTenant)
                .filter(Objects::nonNull)
                .map(this::lookup)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** RFC 4647: {@code de-CH} is served by {@code de}; {@code null} when nothing fits or it is no language tag. */
    private Locale lookup(String tag) {
        try {
            return Locale.lookup(Locale.LanguageRange.parse(tag), available);
        } catch (IllegalArgumentException notATag) {
            return null;
        }
    }
}

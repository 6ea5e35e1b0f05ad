package dev.foyer.base.text;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** BCP 47 in its canonical form. An underscore is what some systems write for a hyphen, and means nothing else. */
final class LanguageTag {

    private static final int LONGEST = 35;
    private static final Set<String> OF_TWO_LETTERS = Set.of(Locale.getISOLanguages());
    /** A language with two letters is never called by its three. */
    private static final Map<String, String> SHORTER = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(
                    two -> Locale.of(two).getISO3Language(),
                    two -> Locale.of(two).getLanguage(),
                    (one, _) -> one));

    private LanguageTag() {}

    static String canonical(String text) {
        String given = text.strip();
        if (given.isEmpty()) {
            return given;
        }
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(given.replace('_', '-')).build();
            String language = SHORTER.getOrDefault(locale.getLanguage(), locale.getLanguage());
            boolean known = language.length() == 3 || OF_TWO_LETTERS.contains(language);
            String tag = new Locale.Builder()
                    .setLocale(locale)
                    .setLanguage(language)
                    .build()
                    .toLanguageTag();
            if (known && tag.length() <= LONGEST) {
                return tag;
            }
        } catch (IllformedLocaleException e) {
            // said below
        }
        throw new TextRefused("must be a BCP 47 language tag such as en or it-IT");
    }
}

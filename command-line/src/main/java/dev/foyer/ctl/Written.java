package dev.foyer.ctl;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** What is typed in several ways and means the same, as the API writes it. What is none of it stays, for the API to judge. */
public final class Written {

    private Written() {}

    /** A telephone number: bare digits, {@code +}, {@code tel:} and groups (rule C4). */
    public static String number(String typed) {
        String number = typed.strip().replaceFirst("(?i)^tel:", "").replaceAll("[ ().-]", "");
        if (!number.matches("\\+?\\d+")) {
            return typed;
        }
        return number.startsWith("+") ? number : "+" + number;
    }

    /** A language: de-de and de_DE are de-DE. */
    public static String language(String typed) {
        try {
            return new Locale.Builder()
                    .setLanguageTag(typed.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException _) {
            return typed;
        }
    }
}

package dev.foyer.gateway.page;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time as one says them: the greatest unit alone. */
final class Ages {

    private Ages() {}

    /** {@code 40 s}, {@code 3 min}, {@code 5 h}, {@code 2 d}. Less than nothing is nothing. */
    static String said(Duration time, Locale locale) {
        if (time.isNegative()) {
            return "0 s";
        }
        if (time.toMinutes() < 1) {
            return time.toSeconds() + " s";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min";
        }
        if (time.toHours() < 48) {
            return time.toHours() + " h";
        }
        return time.toDays() + (locale.getLanguage().equals("it") ? " g" : " d");
    }
}

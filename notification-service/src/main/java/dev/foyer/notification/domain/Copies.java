package dev.foyer.notification.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which the ledger says of a mail that it may have been delivered, though nobody knows. */
public final class Copies {

    private static final Pattern COUNT = Pattern.compile(" \\(possibly delivered ([0-9]{1,4}) times?\\)$");

    private Copies() {}

    /** How often these words, which may be {@code null}, say it. */
    public static int in(String words) {
        Matcher matcher = COUNT.matcher(words == null ? "" : words);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /**
     * The same words with this count behind them.
     *
     * @param words {@code null} where there is nothing else to say
     */
    public static String said(String words, int copies) {
        if (copies == 0) {
            return plain(words);
        }
        String about = words == null ? Reasons.EARLIER_ATTEMPT_UNKNOWN : plain(words);
        return about + " (possibly delivered " + copies + (copies == 1 ? " time)" : " times)");
    }

    /** The words without the count; also without those that a mail server says itself, who knows nothing of ours. */
    static String plain(String words) {
        String plain = words;
        while (in(plain) > 0) {
            plain = COUNT.matcher(plain).replaceFirst("");
        }
        return plain;
    }
}

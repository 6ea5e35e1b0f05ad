package dev.foyer.base.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * What a tenant wants to stand in a reason, such as the number of a ticket, as a regular expression of RE2: it takes time in proportion
 * to the text, whoever wrote it. Immutable.
 */
public final class ReasonPattern {

    /** Longer ones are none. */
    public static final int LONGEST = 100;

    /** Of all counts in a pattern multiplied: each copies what it counts. */
    private static final long MOST_COPIES = 1_000;

    private static final java.util.regex.Pattern COUNT = java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");

    private final Pattern pattern;

    private ReasonPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws TextRefused that says what is wrong with it */
    public static ReasonPattern of(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new TextRefused("must be a regular expression of 1 to " + LONGEST + " characters");
        }
        if (!TextKind.LINE.isFormOf(text)) {
            throw new TextRefused("must be one line without characters that nobody sees");
        }
        if (copies(text) > MOST_COPIES) {
            throw new TextRefused("must count no more than " + MOST_COPIES + " times in all");
        }
        try {
            return new ReasonPattern(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new TextRefused(
                    "must be a regular expression as RE2 has it, without back references and look-around: "
                            + e.getDescription());
        }
    }

    /** Whether there is such a pattern. @param text {@code null}: no */
    public static boolean isValid(String text) {
        try {
            return text != null && of(text) != null;
        } catch (TextRefused e) {
            return false;
        }
    }

    /** Whether what is wanted stands in it, anywhere. */
    public boolean isIn(String reason) {
        return pattern.matcher(reason).find();
    }

    /** What is left of it without what is wanted. */
    String without(String reason) {
        Matcher found = pattern.matcher(reason);
        return found.find() ? reason.substring(0, found.start()) + " " + reason.substring(found.end()) : reason;
    }

    private static long copies(String text) {
        long copies = 1;
        java.util.regex.Matcher count = COUNT.matcher(text);
        while (count.find()) {
            String most = count.group(2) == null || count.group(2).isEmpty() ? count.group(1) : count.group(2);
            copies *= most.length() > 4 ? MOST_COPIES + 1 : Math.max(1, Long.parseLong(most));
            if (copies > MOST_COPIES) {
                return copies;
            }
        }
        return copies;
    }
}

package dev.foyer.notification.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a server had the whole mail and never said what it did with it. Each time a copy may have left, so there is a bound;
 * the count stands in the problem that the journal keeps, through other problems and restarts.
 */
final class Unanswered {

    /** So many copies a user may get from a server that always takes mails and never says so. */
    static final int MOST = 3;

    private static final Pattern COUNT = Pattern.compile(" \\(possibly delivered ([0-9]) times?\\)$");

    private Unanswered() {}

    /**
     * @param before what the last attempt met, or {@code null}
     * @param attempt that came after it
     */
    static Attempt counted(String before, Attempt attempt) {
        if (!(attempt instanceof Attempt.Deferred(String problem, boolean ofServer))) {
            return attempt;
        }
        int count = of(before) + (problem.startsWith(SmtpFailures.NO_ANSWER) ? 1 : 0);
        if (count == 0) {
            return attempt;
        }
        String said = problem + " (possibly delivered " + count + (count == 1 ? " time)" : " times)");
        return count < MOST ? new Attempt.Deferred(said, ofServer) : new Attempt.Failed(said, true);
    }

    private static int of(String problem) {
        Matcher matcher = COUNT.matcher(problem == null ? "" : problem);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}

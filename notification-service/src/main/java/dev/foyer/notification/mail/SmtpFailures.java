package dev.foyer.notification.mail;

import dev.foyer.base.text.TextKind;
import dev.foyer.base.text.TextRefused;
import dev.foyer.notification.domain.Reasons;
import dev.foyer.notification.mail.smtp.Outcome;
import dev.foyer.notification.mail.smtp.Reply;
import dev.foyer.notification.mail.smtp.Step;
import java.util.Set;
import java.util.regex.Pattern;

/** What the end of a conversation means. A server's own words are kept for administrators, with long numbers masked. */
final class SmtpFailures {

    /** Refusals of us, not of the mail: an operator can repair the account, and nothing is lost meanwhile. */
    private static final Set<Integer> ABOUT_OUR_ACCOUNT = Set.of(530, 534, 535, 538);

    private static final int CLOSING = 421;

    private static final int LONGEST = 200;
    /** Also as people write it, in groups. */
    private static final Pattern LIKE_A_PIN = Pattern.compile("[0-9](?:[ -]?[0-9]){3,}");
    /** The rest of one may be behind the end. */
    private static final Pattern CUT_NUMBER = Pattern.compile("[0-9][0-9 -]*$");

    private SmtpFailures() {}

    static Attempt classify(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken _ -> new Attempt.Accepted();
            case Outcome.Refused(Step step, Reply reply) -> refusal(step, reply);
            case Outcome.Silent(Step step)
            when step == Step.ANSWER -> new Attempt.Deferred(Reasons.MAIL_SERVER_GAVE_NO_ANSWER, false);
            case Outcome.Gone(Step step)
            when step == Step.ANSWER -> new Attempt.Deferred(Reasons.MAIL_SERVER_GAVE_NO_ANSWER, false);
            case Outcome.Unusable(Step step, String _)
            when step == Step.ANSWER -> new Attempt.Deferred(Reasons.MAIL_SERVER_GAVE_NO_ANSWER, false);
            case Outcome.Silent(Step step) -> new Attempt.Deferred(Reasons.MAIL_SERVER_SLOW, step.beforeTheMail());
            case Outcome.Gone(Step step) -> new Attempt.Deferred(Reasons.MAIL_SERVER_UNREACHABLE, step.beforeTheMail());
            case Outcome.Unusable(Step step, String why) ->
                new Attempt.Deferred(Reasons.MAIL_SERVER_UNUSABLE + ": " + clean(why), step.beforeTheMail());
        };
    }

    /** What is said to us before the mail is about us; what cannot be understood may pass. */
    private static Attempt refusal(Step step, Reply reply) {
        if (reply.code() == 0) {
            return step == Step.ANSWER
                    ? new Attempt.Deferred(Reasons.MAIL_SERVER_GAVE_NO_ANSWER + ": " + clean(reply.text()), false)
                    : new Attempt.Deferred(
                            Reasons.MAIL_SERVER_NOT_UNDERSTOOD + ": " + clean(reply.text()), step.beforeTheMail());
        }
        boolean aboutUs = step.beforeTheMail() || ABOUT_OUR_ACCOUNT.contains(reply.code());
        return reply.permanent() && !aboutUs
                ? new Attempt.Failed(Reasons.MAIL_SERVER_REFUSED + ": " + words(reply), true)
                : new Attempt.Deferred(
                        Reasons.MAIL_SERVER_BUSY + ": " + words(reply), aboutUs || reply.code() == CLOSING);
    }

    /** The code, then the text without anything that could be a PIN. */
    private static String words(Reply reply) {
        return (reply.code() + " " + clean(reply.text())).strip();
    }

    /** One line that is shown as it is: nothing invisible, nothing that turns the direction, nothing like a PIN. */
    private static String clean(String text) {
        String start = text.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        String masked = LIKE_A_PIN.matcher(seen(start)).replaceAll("***");
        return cut ? CUT_NUMBER.matcher(masked).replaceFirst("***") : masked;
    }

    private static String seen(String text) {
        try {
            return TextKind.SENT_LINE.of(text).replaceAll(" +", " ");
        } catch (TextRefused nothingIsSeen) {
            return "";
        }
    }
}

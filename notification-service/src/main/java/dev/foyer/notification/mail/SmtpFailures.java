package dev.foyer.notification.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** What a failed attempt means. A server's own words are kept for administrators, with long numbers masked. */
final class SmtpFailures {

    /** Refusals of us, not of the mail: an operator can repair the account, and nothing is lost meanwhile. */
    private static final Set<Integer> ABOUT_OUR_ACCOUNT = Set.of(530, 534, 535, 538);

    private static final int LONGEST = 200;
    /** Also as people write it, in groups. */
    private static final Pattern LIKE_A_PIN = Pattern.compile("[0-9](?:[ -]?[0-9]){3,}");

    private SmtpFailures() {}

    static Attempt classify(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SMTPException smtp -> {
                    return refusal(smtp);
                }
                case TimeoutException slow -> {
                    return new Attempt.Deferred("MAIL_SERVER_SLOW");
                }
                case IllegalArgumentException address -> {
                    return new Attempt.Failed("ADDRESS_IS_INVALID", false);
                }
                default -> {
                    // the reason lies deeper
                }
            }
        }
        return new Attempt.Deferred("MAIL_SERVER_UNREACHABLE");
    }

    private static Attempt refusal(SMTPException smtp) {
        return smtp.isPermanent() && !ABOUT_OUR_ACCOUNT.contains(smtp.getReplyCode())
                ? new Attempt.Failed("MAIL_SERVER_REFUSED: " + words(smtp), true)
                : new Attempt.Deferred("MAIL_SERVER_BUSY: " + words(smtp));
    }

    /** The code, then the text without anything that could be a PIN. */
    private static String words(SMTPException smtp) {
        String text = String.join(" ", smtp.getReplyMessages()).replaceFirst("^" + smtp.getReplyCode() + "[- ]?", "");
        String safe = LIKE_A_PIN.matcher(text.replaceAll("\\s+", " ")).replaceAll("***");
        return smtp.getReplyCode() + " " + safe.substring(0, Math.min(safe.length(), LONGEST));
    }
}

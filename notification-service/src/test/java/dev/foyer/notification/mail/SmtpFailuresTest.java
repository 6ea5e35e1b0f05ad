package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SmtpFailuresTest {

    @Test
    @Tag("D6")
    void whatMayPassIsTriedAgain() {
        assertEquals(new Attempt.Deferred("MAIL_SERVER_UNREACHABLE"), classify(new ConnectException("refused")));
        assertEquals(new Attempt.Deferred("MAIL_SERVER_SLOW"), classify(new TimeoutException()));
        assertEquals(
                new Attempt.Deferred("MAIL_SERVER_BUSY: 451 4.3.0 Try again later"),
                classify(smtp(451, "451 4.3.0 Try again later")));
    }

    @Test
    @Tag("D6")
    void whatIsRefusedForGoodIsNot() {
        assertEquals(
                new Attempt.Failed("MAIL_SERVER_REFUSED: 550 5.1.1 No such user", true),
                classify(smtp(550, "550 5.1.1 No such user")));
        assertEquals(
                new Attempt.Failed("ADDRESS_IS_INVALID", false),
                classify(new IllegalArgumentException("invalid email address")));
    }

    @Test
    @Tag("D6")
    void aServerThatDoesNotKnowUsIsAnOperatorsAffair() {
        assertEquals(
                new Attempt.Deferred("MAIL_SERVER_BUSY: 535 5.7.8 Bad credentials"),
                classify(smtp(535, "535 5.7.8 Bad credentials")));
    }

    @Test
    @Tag("A6")
    void aServerThatQuotesTheMailQuotesNoPin() {
        for (String pin : new String[] {"48151", "48 151", "4 8 1 5 1", "481-51"}) {
            assertEquals(
                    new Attempt.Failed("MAIL_SERVER_REFUSED: 554 Spam: *** (5.7.1)", true),
                    classify(smtp(554, "554 Spam: " + pin + " (5.7.1)")));
        }
        assertEquals(
                new Attempt.Failed("MAIL_SERVER_REFUSED: 554 Spam: Your PIN: ***", true),
                classify(smtp(554, "554 Spam: Your PIN: 48213")));
    }

    private static Attempt classify(Throwable cause) {
        return SmtpFailures.classify(new CompletionException(cause));
    }

    private static SMTPException smtp(int code, String line) {
        return new SMTPException("refused", code, List.of(line), code >= 500);
    }
}

package dev.foyer.notification.mail;

import static dev.foyer.notification.mail.smtp.Step.ANSWER;
import static dev.foyer.notification.mail.smtp.Step.CONNECT;
import static dev.foyer.notification.mail.smtp.Step.ENVELOPE;
import static dev.foyer.notification.mail.smtp.Step.GREETING;
import static dev.foyer.notification.mail.smtp.Step.SESSION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.notification.mail.smtp.Outcome;
import dev.foyer.notification.mail.smtp.Reply;
import dev.foyer.notification.mail.smtp.Step;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpFailuresTest {

    @Test
    @Tag("D6")
    void whatMayPassIsTriedAgain() {
        assertEquals(new Attempt.Deferred("MAIL_SERVER_UNREACHABLE", true), classify(new Outcome.Gone(CONNECT)));
        assertEquals(new Attempt.Deferred("MAIL_SERVER_UNREACHABLE"), classify(new Outcome.Gone(ENVELOPE)));
        assertEquals(new Attempt.Deferred("MAIL_SERVER_SLOW", true), classify(new Outcome.Silent(GREETING)));
        assertEquals(
                new Attempt.Deferred("MAIL_SERVER_BUSY: 451 4.3.0 Try again later"),
                refused(451, "4.3.0", "4.3.0 Try again later"));
        assertEquals(
                new Attempt.Deferred("MAIL_SERVER_UNUSABLE: no encryption", true),
                classify(new Outcome.Unusable(SESSION, "no encryption")));
    }

    @Test
    @Tag("D6")
    void whatIsRefusedForGoodIsNot() {
        assertEquals(
                new Attempt.Failed("MAIL_SERVER_REFUSED: 550 5.1.1 No such user", true),
                refused(550, "5.1.1", "5.1.1 No such user"));
        assertEquals(new Attempt.Failed("MAIL_SERVER_REFUSED: 550", true), refused(550, "", ""));
    }

    @Test
    @Tag("D6")
    void whatTheTwoCodesDoNotAgreeOnMayPass() {
        assertEquals(new Attempt.Deferred("MAIL_SERVER_BUSY: 550 4.2.1 Later"), refused(550, "4.2.1", "4.2.1 Later"));
    }

    @ParameterizedTest
    @Tag("D6")
    @CsvSource({"GREETING, 554", "SESSION, 550", "ENVELOPE, 530", "ENVELOPE, 535", "ENVELOPE, 421"})
    void aServerThatDoesNotWantUsIsAnOperatorsAffair(Step step, int code) {
        assertEquals(
                new Attempt.Deferred("MAIL_SERVER_BUSY: " + code + " no", true),
                classify(new Outcome.Refused(step, new Reply(code, "", "no"))));
    }

    /** It had the whole mail: who knows whether it left. */
    @Test
    @Tag("case-M8")
    void noAnswerToTheWholeMailIsNoWordAboutTheServer() {
        Attempt unknown = new Attempt.Deferred("MAIL_SERVER_GAVE_NO_ANSWER", false);
        assertEquals(unknown, classify(new Outcome.Silent(ANSWER)));
        assertEquals(unknown, classify(new Outcome.Gone(ANSWER)));
        assertEquals(unknown, classify(new Outcome.Unusable(ANSWER, "broken")));
        assertEquals(
                new Attempt.Deferred("MAIL_SERVER_GAVE_NO_ANSWER: hm"),
                classify(new Outcome.Refused(ANSWER, new Reply(0, "", "hm"))));
    }

    @Test
    @Tag("A6")
    void aServerThatQuotesTheMailQuotesNoPin() {
        for (String pin : new String[] {"48151", "48 151", "4 8 1 5 1", "481-51", "48\u200b151"}) {
            assertEquals(
                    new Attempt.Failed("MAIL_SERVER_REFUSED: 554 Spam: *** (5.7.1)", true),
                    refused(554, "", "Spam: " + pin + " (5.7.1)"));
        }
        assertEquals(
                new Attempt.Failed("MAIL_SERVER_REFUSED: 554 Spam: Your PIN: ***", true),
                refused(554, "", "Spam: Your PIN: 48213"));
        assertEquals(
                new Attempt.Failed("MAIL_SERVER_REFUSED: 554 " + "x".repeat(197) + "***", true),
                refused(554, "", "x".repeat(197) + "48213"));
    }

    @Test
    @Tag("case-M11")
    void whatTheServerSaysIsOneLineThatIsSeenAsItIs() {
        assertEquals(
                new Attempt.Failed("MAIL_SERVER_REFUSED: 554 [31m red nimda and more", true),
                refused(554, "", "\u001b[31m red\u202e nimda\r\n and\u200b more\u0000"));
        assertEquals(new Attempt.Failed("MAIL_SERVER_REFUSED: 554", true), refused(554, "", "\u202e\u001b"));
    }

    private static Attempt refused(int code, String enhanced, String text) {
        return classify(new Outcome.Refused(ENVELOPE, new Reply(code, enhanced, text)));
    }

    private static Attempt classify(Outcome outcome) {
        return SmtpFailures.classify(outcome);
    }
}

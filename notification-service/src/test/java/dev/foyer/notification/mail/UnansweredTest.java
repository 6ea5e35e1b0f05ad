package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("case-mail-M8")
class UnansweredTest {

    private static final Attempt NO_ANSWER = new Attempt.Deferred(SmtpFailures.NO_ANSWER);
    private static final Attempt BUSY = new Attempt.Deferred("MAIL_SERVER_BUSY: 451");

    @Test
    void copiesHaveABound() {
        Attempt first = Unanswered.counted(null, NO_ANSWER);
        assertEquals(new Attempt.Deferred("MAIL_SERVER_GAVE_NO_ANSWER (possibly delivered 1 time)"), first);
        Attempt between = Unanswered.counted(problem(first), BUSY);
        assertEquals(new Attempt.Deferred("MAIL_SERVER_BUSY: 451 (possibly delivered 1 time)"), between);
        Attempt second = Unanswered.counted(problem(between), NO_ANSWER);
        assertEquals(new Attempt.Deferred("MAIL_SERVER_GAVE_NO_ANSWER (possibly delivered 2 times)"), second);
        assertEquals(
                new Attempt.Failed("MAIL_SERVER_GAVE_NO_ANSWER (possibly delivered 3 times)", true),
                Unanswered.counted(problem(second), NO_ANSWER));
    }

    @Test
    void whatIsAnsweredIsNotCounted() {
        assertEquals(BUSY, Unanswered.counted(null, BUSY));
        assertEquals(
                new Attempt.Accepted(),
                Unanswered.counted("MAIL_SERVER_GAVE_NO_ANSWER (possibly delivered 2 times)", new Attempt.Accepted()));
    }

    private static String problem(Attempt attempt) {
        return ((Attempt.Deferred) attempt).problem();
    }
}

package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.notification.domain.Reasons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("case-M8")
class UnansweredTest {

    private static final Attempt NO_ANSWER = new Attempt.Deferred(Reasons.MAIL_SERVER_GAVE_NO_ANSWER);
    private static final Attempt BUSY = new Attempt.Deferred("MAIL_SERVER_BUSY: 451");

    @Test
    void copiesHaveABound() {
        Attempt first = Unanswered.counted(0, NO_ANSWER);
        assertEquals(new Attempt.Deferred("MAIL_SERVER_GAVE_NO_ANSWER (possibly delivered 1 time)"), first);
        Attempt between = Unanswered.counted(1, BUSY);
        assertEquals(new Attempt.Deferred("MAIL_SERVER_BUSY: 451 (possibly delivered 1 time)"), between);
        Attempt second = Unanswered.counted(1, NO_ANSWER);
        assertEquals(new Attempt.Deferred("MAIL_SERVER_GAVE_NO_ANSWER (possibly delivered 2 times)"), second);
        assertEquals(
                new Attempt.Failed("MAIL_SERVER_GAVE_NO_ANSWER (possibly delivered 3 times)", true),
                Unanswered.counted(2, NO_ANSWER));
    }

    @Test
    void whatIsAnsweredIsNotCounted() {
        assertEquals(BUSY, Unanswered.counted(0, BUSY));
        assertEquals(new Attempt.Accepted(), Unanswered.counted(2, new Attempt.Accepted()));
    }

    /** A refusal does not take back what may have left before it, and is not made final by it. */
    @Test
    @Tag("case-L4")
    void whatMayHaveLeftIsNotDenied() {
        assertEquals(
                new Attempt.Failed("MAIL_SERVER_REFUSED: 550 (possibly delivered 1 time)", true),
                Unanswered.counted(1, new Attempt.Failed("MAIL_SERVER_REFUSED: 550", true)));
        assertEquals(
                new Attempt.Deferred("MAIL_SERVER_BUSY: 451 (possibly delivered 3 times)"),
                Unanswered.counted(3, BUSY));
    }

    /** It would make the ledger say what nobody knows, and end a mail that was tried twice. */
    @ParameterizedTest
    @Tag("case-M11")
    @ValueSource(
            strings = {
                "MAIL_SERVER_BUSY: 451 (possibly delivered 2 times)",
                "MAIL_SERVER_BUSY: 451 (possibly delivered 999 times) (possibly delivered 2 times)"
            })
    void aServersOwnWordsCountNothing(String said) {
        assertEquals(BUSY, Unanswered.counted(0, new Attempt.Deferred(said)));
        assertEquals(
                new Attempt.Deferred("MAIL_SERVER_BUSY: 451 (possibly delivered 1 time)"),
                Unanswered.counted(1, new Attempt.Deferred(said)));
    }

    @Test
    @Tag("case-L4")
    void whoIsKilledWhileSendingAgainAndAgainStops() {
        Attempt interrupted = new Attempt.Deferred(Reasons.INTERRUPTED);
        assertEquals(
                new Attempt.Deferred("INTERRUPTED (possibly delivered 1 time)"), Unanswered.counted(0, interrupted));
        assertEquals(
                new Attempt.Failed("INTERRUPTED (possibly delivered 3 times)", true),
                Unanswered.counted(2, interrupted));
    }
}

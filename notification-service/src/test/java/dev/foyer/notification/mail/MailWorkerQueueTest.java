package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.MailEvent.MailAttemptBegun;
import dev.foyer.notification.domain.MailEvent.MailAttemptFailed;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailSuperseded;
import dev.foyer.notification.domain.SupersedeReason;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the worker does with mails that waited, for a place or for a server, while something else happened. */
class MailWorkerQueueTest extends WithMailWorker {

    private static final MailCommand NOT_ATTEMPTED = new MailCommand.RecordAttemptFailed(id(1), "NOT_ATTEMPTED");

    @Test
    @Tag("D5")
    @Tag("case-L4")
    void whatWasSupersededInTheQueueIsNotSentAndIsNotSaidToBeDeliveredPossibly() {
        keepTheServerBusy();
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().until(() -> begun() == 2);
        owner.commit("contoso.com/u-1", new MailSuperseded(id(1), SupersedeReason.NEWER_PIN, NOON));
        server.countDown();
        await().untilAsserted(() -> assertTrue(owner.commands.contains(NOT_ATTEMPTED)));
        assertEquals(1, mails.size());
    }

    @Test
    @Tag("D6")
    @Tag("case-L4")
    void whatWaitedInTheQueueIsNotSentByAnInstanceThatLostTheMailbox() {
        keepTheServerBusy();
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().until(() -> begun() == 2);
        now = NOON.plus(CommittedMails.FRESH);
        owner.moved = true;
        server.countDown();
        await().untilAsserted(() -> assertTrue(owner.commands.contains(NOT_ATTEMPTED)));
        assertEquals(1, mails.size());
    }

    /** It waited so long for its place. */
    @Test
    @Tag("D5")
    void whatExpiredInTheQueueIsNotSent() {
        keepTheServerBusy();
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().until(() -> begun() == 2);
        now = NOON.plus(HOLD_TIME);
        server.countDown();
        await().untilAsserted(() -> assertTrue(owner.commands.contains(NOT_ATTEMPTED)));
        assertEquals(1, mails.size());
    }

    /** There is one place, and a journal that takes its time is no reason to leave it empty. */
    @Test
    @Tag("D6")
    void whoseBeginningIsBeingRecordedTakesNoPlace() {
        owner.slow = "contoso.com/u-slow";
        worker.committed("contoso.com/u-slow", TO_SEND, List.of(QUEUED));
        await().until(() -> begun() == 1);
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().untilAsserted(() -> assertEquals(1, mails.size()));
        owner.slow = null;
        owner.recorded.complete(null);
        await().untilAsserted(() -> assertEquals(2, mails.size()));
    }

    /** A commit while the mail leaves gives a state in which it is still to be sent. */
    @Test
    @Tag("D6")
    void whatWasGivenBeforeAReportIsNotSentAfterIt() {
        serverIsSlow = true;
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().untilAsserted(() -> assertEquals(1, mails.size()));
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        owner.forget("contoso.com/u-1");
        owner.state = SENT;
        server.countDown();
        await().untilAsserted(() -> assertTrue(owner.readsOf("contoso.com/u-1") > 0));
        assertEquals(1, mails.size());
    }

    /** The server is back after hours: nobody waits for the rest of an own long wait. */
    @Test
    @Tag("case-L12")
    void theFirstMailThatLeavesWakesAllOthers() {
        owner.state = TO_SEND;
        serverIsAway = true;
        for (int i = 0; i < 5; i++) {
            worker.committed("contoso.com/u-" + i, TO_SEND, List.of(QUEUED));
        }
        await().until(mailServer::closed);
        serverIsAway = false;
        await().untilAsserted(() -> assertEquals(5, sent()));
        // Three close it; one more may have begun by then, and a probe may have gone before it was back.
        long failed = owner.commands.stream()
                .filter(MailCommand.RecordAttemptFailed.class::isInstance)
                .count();
        assertTrue(failed <= 5, () -> failed + " attempts, but one at a time asks");
    }

    /** It is still being found out how long it has to wait, when there is nothing to wait for any more. */
    @Test
    @Tag("case-L12")
    void whoIsAboutToWaitWhenAllAreWokenIsWoken() {
        MailEvent failed = new MailAttemptFailed(id(1), "MAIL_SERVER_UNREACHABLE", NOON);
        owner.state = after(QUEUED, new MailAttemptBegun(id(1), NOON), failed);
        whenItLooks = once(this::theServerIsBack);
        worker.committed("contoso.com/u-1", owner.state, List.of(failed));
        await().untilAsserted(() -> assertEquals(1, sent()));
    }

    /** Its failure is recorded when the first success of another has woken all who waited until then. */
    @Test
    @Tag("case-L12")
    void whoFailedBeforeAllWereWokenDoesNotBeginToWaitAfterwards() {
        serverIsAway = true;
        whenItWasAsked = once(() -> {
            serverIsAway = false;
            theServerIsBack();
        });
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().untilAsserted(() -> assertEquals(1, sent()));
        assertEquals(2, mails.size());
    }

    /** Some server elsewhere does not want the first for days; that is no reason to keep the user's PIN from leaving. */
    @Test
    @Tag("D1")
    @Tag("D6")
    void whatWaitsForItsRetryHoldsUpNoneBehindIt() {
        MailEvent failed = new MailAttemptFailed(id(1), "MAILBOX_FULL", NOON);
        MailEvent second = new MailQueued(letter(2), ADDRESS, NOON.plus(HOLD_TIME), NOON);
        owner.state = after(QUEUED, new MailAttemptBegun(id(1), NOON), failed, second);
        worker.committed("contoso.com/u-1", owner.state, List.of(second));
        await().until(() -> sent() == 1);
        assertEquals(List.of(id(2)), mails);
    }

    private static Runnable once(Runnable happens) {
        AtomicBoolean happened = new AtomicBoolean();
        return () -> {
            if (!happened.getAndSet(true)) {
                happens.run();
            }
        };
    }

    private long begun() {
        return owner.commands.stream()
                .filter(MailCommand.BeginAttempt.class::isInstance)
                .count();
    }

    private long sent() {
        return owner.commands.stream()
                .filter(MailCommand.RecordSent.class::isInstance)
                .count();
    }
}

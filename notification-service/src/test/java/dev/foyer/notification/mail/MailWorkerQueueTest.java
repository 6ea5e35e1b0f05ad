package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.id;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailEvent.MailSent;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the worker does with mails that waited, for a place or for a server, while something else happened. */
class MailWorkerQueueTest extends WithMailWorker {

    @Test
    @Tag("D5")
    void whatWasSupersededInTheQueueIsNotSent() {
        keepTheServerBusy();
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        worker.committed("contoso.com/u-1", SENT, List.of(new MailSent(id(1), NOON)));
        owner.state = SENT;
        server.countDown();
        await().untilAsserted(() -> assertTrue(owner.readsOf("contoso.com/u-1") > 0));
        assertEquals(1, mails.size());
    }

    @Test
    @Tag("D6")
    void whatWaitedInTheQueueIsNotSentByAnInstanceThatLostTheMailbox() {
        keepTheServerBusy();
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        now = NOON.plus(CommittedMails.FRESH);
        owner.moved = true;
        server.countDown();
        await().untilAsserted(() -> assertTrue(owner.readsOf("contoso.com/u-1") > 0));
        assertEquals(1, mails.size());
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
        await().untilAsserted(() -> assertEquals(
                3,
                owner.commands.stream()
                        .filter(MailCommand.RecordAttemptFailed.class::isInstance)
                        .count(),
                "then one at a time asks"));
        serverIsAway = false;
        await().untilAsserted(() -> assertEquals(
                5,
                owner.commands.stream()
                        .filter(MailCommand.RecordSent.class::isInstance)
                        .count()));
    }
}

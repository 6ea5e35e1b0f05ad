package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.MailEvent.MailAttemptBegun;
import dev.foyer.notification.domain.MailEvent.MailAttemptFailed;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailReaddressed;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the worker sends by the state that a commit gave it, and what it asks the owner. */
class MailWorkerTest extends WithMailWorker {

    @Test
    @Tag("D6")
    void whatWasJustCommittedIsSentWithoutAskingTheOwner() {
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().untilAsserted(() -> assertEquals(
                List.of(new MailCommand.BeginAttempt(id(1)), new MailCommand.RecordSent(id(1), ADDRESS)),
                owner.commands));
        assertEquals(List.of(id(1)), mails);
        assertEquals(0, owner.readsBeforeSent.get());
    }

    /** That it begins is committed like anything else; but whoever had it recorded goes on with the mail, and nothing else is due. */
    @Test
    @Tag("D6")
    void thatAnAttemptBeginsWakesNobody() {
        for (String user : List.of("u-1", "u-2", "u-3")) {
            int before = owner.commands.size();
            worker.committed("contoso.com/" + user, TO_SEND, List.of(QUEUED));
            await().until(() -> owner.commands.size() == before + 2);
        }
        assertEquals(0, owner.readsOf("contoso.com/u-1") + owner.readsOf("contoso.com/u-2"));
    }

    @Test
    @Tag("D6")
    void whatWasRecoveredIsReadFromTheOwner() {
        owner.state = TO_SEND;
        worker.recovered("contoso.com/u-1", TO_SEND);
        await().untilAsserted(() -> assertEquals(2, owner.commands.size()));
        assertEquals(1, owner.readsBeforeSent.get());
    }

    /** Whoever began it is gone, and may have sent it; the owner that is there now has not. */
    @Test
    @Tag("case-L4")
    @Tag("D6")
    void whatSomebodyElseBeganIsSaidToBeInterruptedBeforeItIsSentAgain() {
        owner.state = after(QUEUED, new MailAttemptBegun(id(1), NOON));
        worker.recovered("contoso.com/u-1", owner.state);
        await().untilAsserted(() -> assertEquals(
                List.of(new MailCommand.RecordAttemptFailed(id(1), "INTERRUPTED (possibly delivered 1 time)")),
                owner.commands));
        assertEquals(List.of(), mails);
    }

    /** It was not known whether the beginning is recorded; it is, and nobody has sent the mail. */
    @Test
    @Tag("D6")
    void whatWeBeganOurselvesWithoutHearingOfItIsSent() {
        owner.beginningsUnheard = 1;
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().untilAsserted(() -> assertEquals(
                List.of(new MailCommand.BeginAttempt(id(1)), new MailCommand.RecordSent(id(1), ADDRESS)),
                owner.commands));
        assertEquals(List.of(id(1)), mails);
    }

    /** It was given another address when the beginning was being recorded. */
    @Test
    @Tag("D2")
    @Tag("case-M2")
    void itGoesWhereItIsToGoWhenItIsSent() {
        owner.atTheLastMoment = new MailReaddressed(id(1), "amos@contoso.com", NOON, 2L, NOON);
        worker.committed("contoso.com/u-1", TO_SEND, List.of(QUEUED));
        await().untilAsserted(() ->
                assertEquals(new MailCommand.RecordSent(id(1), "amos@contoso.com"), owner.commands.getLast()));
    }

    /** It would only be held instead of sent: an administrator sees it at once, not when it would have been tried again. */
    @Test
    @Tag("D6")
    void whatIsHeldAfterARestoreDoesNotWaitForItsNextAttempt() {
        MailEvent failed = new MailAttemptFailed(id(0), "MAIL_SERVER_UNREACHABLE", NOON);
        owner.state =
                after(new MailQueued(letter(0), ADDRESS, NOON.plus(HOLD_TIME), NOON), failed, failed, failed, failed);
        worker.recovered("contoso.com/u-1", owner.state);
        await().untilAsserted(() -> assertEquals(new MailCommand.BeginAttempt(id(0)), owner.commands.getFirst()));
    }
}

package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static dev.foyer.notification.domain.Letters.madeAt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.HoldReason;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D6")
class OpenMailsTest {

    private static final MailEvent QUEUED = new MailEvent.MailQueued(letter(1), ADDRESS, NOON.plus(HOLD_TIME), NOON);
    private static final MailEvent HELD =
            new MailEvent.MailHeld(letter(2), HoldReason.NO_ADDRESS, NOON.plus(HOLD_TIME), NOON);

    private final OpenMails open = new OpenMails();

    @Test
    void whatWaitsIsCountedUntilItIsSettled() {
        open.note("contoso.com/u-1", after(QUEUED));
        open.note("contoso.com/u-2", after(HELD));
        assertEquals(1, open.queued());
        assertEquals(1, open.held());
        assertEquals(30, open.oldestQueued(madeAt(1).plusSeconds(30)));
        assertEquals(0, open.oldestQueued(NOON), "by a clock that was set back");
        assertEquals(0, open.nearExpiry(NOON));
        assertEquals(
                2, open.nearExpiry(NOON.plus(HOLD_TIME).minus(OpenMails.NEAR).plusSeconds(1)));
        open.note("contoso.com/u-1", after(QUEUED, new MailEvent.MailSent(id(1), NOON)));
        assertEquals(0, open.queued());
        assertEquals(0, open.oldestQueued(NOON.plusSeconds(100)));
        assertEquals(1, open.held());
    }

    @Test
    void whatAnotherInstanceOwnsIsCountedThere() {
        open.note("contoso.com/u-1", after(QUEUED));
        open.leaveToOthers(new Owner(Unavailable.Reason.BROKER_AWAY));
        assertEquals(1, open.queued());
        open.leaveToOthers(new Owner(Unavailable.Reason.MOVED));
        assertEquals(0, open.queued());
    }

    private static Mailbox after(MailEvent... events) {
        MailboxDecider decider = new MailboxDecider();
        Mailbox mailbox = decider.initial();
        for (MailEvent event : events) {
            mailbox = decider.evolve(mailbox, event);
        }
        return mailbox;
    }

    /** @param reason why it cannot say anything */
    private record Owner(Unavailable.Reason reason) implements Mailboxes {
        @Override
        public CompletionStage<Reply<MailRefusal, MailAnswer>> submit(
                String mailbox, MailCommand command, CommandMeta meta) {
            throw new AssertionError("Nothing is asked for");
        }

        @Override
        public CompletionStage<Reply<MailRefusal, MailAnswer>> submitLocal(
                String mailbox, MailCommand command, CommandMeta meta) {
            return submit(mailbox, command, meta);
        }

        @Override
        public CompletionStage<Mailbox> read(String mailbox) {
            return readLocal(mailbox);
        }

        @Override
        public CompletionStage<Mailbox> readLocal(String mailbox) {
            return CompletableFuture.failedStage(new Unavailable(reason, "Not here"));
        }
    }
}

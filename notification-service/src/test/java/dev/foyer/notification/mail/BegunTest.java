package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.foyer.notification.domain.Letters;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.MailEvent.MailReleased;
import dev.foyer.notification.domain.MailEvent.RestoredMailHeld;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One question has one answer: the owner gives it again to whoever asks under the same id. */
@Tag("D6")
class BegunTest {

    private static final String MAILBOX = "contoso.com/u-1";

    private final Begun begun = new Begun();

    /** After a restore the first question was answered by holding the mail; under its id nobody would ever begin. */
    @Test
    void whatWasHeldInsteadAndReleasedIsAskedAnew() {
        Mail.Outgoing queued = outgoing(Letters.queued(1));
        Mail.Outgoing released = outgoing(
                Letters.queued(1),
                new RestoredMailHeld(Letters.id(1), Letters.NOON),
                new MailReleased(Letters.id(1), Letters.ADDRESS, Letters.NOON));
        assertEquals(asked(queued), asked(queued));
        assertNotEquals(asked(queued), asked(released));
    }

    private String asked(Mail.Outgoing mail) {
        return begun.asked(MAILBOX, mail).commandId();
    }

    private static Mail.Outgoing outgoing(MailEvent... events) {
        MailboxDecider decider = new MailboxDecider();
        Mailbox mailbox = decider.initial();
        for (MailEvent event : events) {
            mailbox = decider.evolve(mailbox, event);
        }
        return (Mail.Outgoing) mailbox.find(Letters.id(1)).orElseThrow();
    }
}

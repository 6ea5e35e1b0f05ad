package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.Letters.AUTOMATIC;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.at;
import static dev.foyer.notification.domain.Letters.expiry;
import static dev.foyer.notification.domain.Letters.given;
import static dev.foyer.notification.domain.Letters.held;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static dev.foyer.notification.domain.Letters.noon;
import static dev.foyer.notification.domain.Letters.queued;
import static dev.foyer.notification.domain.Letters.released;
import static dev.foyer.notification.domain.Letters.superseded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.notification.domain.MailCommand.HandOverMail;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailCommand.RecordAttemptFailed;
import dev.foyer.notification.domain.MailCommand.RecordSent;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailEvent.MailHandedOver;
import dev.foyer.notification.domain.MailEvent.MailHeld;
import dev.foyer.notification.domain.MailEvent.MailReleased;
import dev.foyer.notification.domain.MailEvent.MailSent;
import dev.foyer.notification.domain.MailEvent.SupersededMailLeft;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of mails that wait, and what the mailbox remembers. */
class HeldMailDeciderTest {

    @Test
    @Tag("D5")
    void aHeldMailGoesToAnotherAddress() {
        given(held(1))
                .when(new ReleaseMail(id(1), "u@hotmail.com"), noon())
                .thenEvents(new MailReleased(id(1), "u@hotmail.com", NOON));
    }

    @Test
    @Tag("D2")
    void withoutAnyAddressItCannotBeSent() {
        MailEvent homeless = new MailHeld(letter(1, null), HoldReason.NO_ADDRESS, expiry(1), NOON);
        given(homeless).when(new ReleaseMail(id(1), null), noon()).thenRefused(new MailRefusal.AddressIsMissing());
        given(homeless)
                .when(new ReleaseMail(id(1), "u@hotmail.com"), noon())
                .thenEvents(new MailReleased(id(1), "u@hotmail.com", NOON));
    }

    @Test
    @Tag("D5")
    void afterTheHoldTimeItIsNotSent() {
        given(held(1)).when(new ReleaseMail(id(1), null), at(expiry(1))).thenRefused(new MailRefusal.HoldTimeIsOver());
        given(held(1))
                .when(new ReleaseMail(id(1), null), at(expiry(1).minusNanos(1)))
                .events();
    }

    @Test
    @Tag("D7")
    void whatWaitedForLinksIsHandedOverOrSent() {
        MailEvent waits = new MailHeld(letter(1), HoldReason.VIEW_ONCE_LINK_NOT_AVAILABLE, expiry(1), NOON);
        given(waits).when(new HandOverMail(id(1)), noon()).thenEvents(new MailHandedOver(id(1), NOON));
        given(waits).when(new ReleaseMail(id(1), null), noon()).thenEvents(released(1));
    }

    @Test
    @Tag("D5")
    void afterTheHoldTimeThereIsNothingToHandOver() {
        given(held(1)).when(new HandOverMail(id(1)), at(expiry(1))).thenRefused(new MailRefusal.HoldTimeIsOver());
    }

    @Test
    @Tag("D6")
    void attemptsAreCountedAndRemembered() {
        Mailbox after = given(queued(1))
                .when(new RecordAttemptFailed(id(1), "MAIL_SERVER_BUSY: 451"), noon())
                .stateAfter();
        Mail.Outgoing mail = after.outgoing().findFirst().orElseThrow();
        assertEquals(1, mail.attempts());
        assertEquals("MAIL_SERVER_BUSY: 451", mail.lastProblem());
        assertEquals(NOON, mail.lastAttemptAt());
    }

    @Test
    @Tag("D6")
    void aMailThatLeftWhileItWasSupersededIsReportedOnce() {
        MailEvent left = new SupersededMailLeft(id(1), NOON);
        given(queued(1), superseded(1, SupersedeReason.NEWER_PIN))
                .when(new RecordSent(id(1)), noon())
                .thenEvents(left);
        given(queued(1), superseded(1, SupersedeReason.NEWER_PIN), left)
                .when(new RecordSent(id(1)), noon())
                .thenEvents();
    }

    @Test
    @Tag("D6")
    void whatIsSettledIsForgottenAfterTheHoldTime() {
        Mailbox after = given(queued(1), new MailSent(id(1), NOON))
                .when(new QueueMail(letter(2), AUTOMATIC), at(expiry(1)))
                .stateAfter();
        assertEquals(List.of(id(2)), after.mails().stream().map(Mail::id).toList());
    }

    @Test
    void theMailboxStaysSmall() {
        MailboxDecider decider = new MailboxDecider();
        Mailbox mailbox = decider.initial();
        for (int number = 1; number <= 150; number++) {
            mailbox = decider.evolve(mailbox, queued(number));
            mailbox = decider.evolve(mailbox, new MailSent(id(number), NOON));
        }
        assertTrue(mailbox.mails().size() <= Mailbox.MOST_SETTLED + 1);
        assertTrue(mailbox.find(id(150)).isPresent());
    }

    @Test
    void anEventThatCannotFollowIsABrokenJournal() {
        assertThrows(ImpossibleEvent.class, () -> given(new MailSent(id(1), NOON)));
        assertThrows(ImpossibleEvent.class, () -> given(held(1), new MailSent(id(1), NOON)));
        assertThrows(ImpossibleEvent.class, () -> given(queued(1), new MailReleased(id(1), "a@b", NOON)));
        assertThrows(ImpossibleEvent.class, () -> given(queued(1), queued(1)));
    }
}

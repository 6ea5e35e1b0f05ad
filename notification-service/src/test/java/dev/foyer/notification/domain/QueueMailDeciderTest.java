package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.AUTOMATIC;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.SWITCHED_OFF;
import static dev.foyer.notification.domain.Letters.at;
import static dev.foyer.notification.domain.Letters.expiry;
import static dev.foyer.notification.domain.Letters.given;
import static dev.foyer.notification.domain.Letters.held;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static dev.foyer.notification.domain.Letters.madeAt;
import static dev.foyer.notification.domain.Letters.moment;
import static dev.foyer.notification.domain.Letters.noon;
import static dev.foyer.notification.domain.Letters.queued;
import static dev.foyer.notification.domain.Letters.released;
import static dev.foyer.notification.domain.Letters.superseded;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfDisabledUser;
import dev.foyer.notification.domain.MailEvent.MailHeld;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailSent;
import dev.foyer.notification.domain.MailEvent.UserDisablingNoted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether a new PIN mail is sent or held, and what it does to the ones before it. */
class QueueMailDeciderTest {

    @Test
    @Tag("D1")
    void theSwitchSends() {
        given().when(new QueueMail(letter(1), AUTOMATIC), noon()).thenEvents(queued(1));
    }

    @Test
    @Tag("D1")
    void theSwitchHolds() {
        given().when(new QueueMail(letter(1), SWITCHED_OFF), noon())
                .thenEvents(new MailHeld(letter(1), HoldReason.AUTOMATIC_MAIL_OFF, expiry(1), NOON));
    }

    @Test
    @Tag("D1")
    void askingSendsInSpiteOfTheSwitch() {
        given().when(new QueueMail(letter(1), new MailOptions(false, true, null)), noon())
                .thenEvents(queued(1));
    }

    @Test
    @Tag("D1")
    void askingNotToHoldsInSpiteOfTheSwitch() {
        given().when(new QueueMail(letter(1), new MailOptions(true, false, null)), noon())
                .thenEvents(new MailHeld(letter(1), HoldReason.NOT_REQUESTED, expiry(1), NOON));
    }

    @Test
    @Tag("D2")
    void anotherAddressServesThisMailWhenAskedFor() {
        given().when(new QueueMail(letter(1), new MailOptions(false, true, "u@hotmail.com")), noon())
                .thenEvents(new MailQueued(letter(1), "u@hotmail.com", expiry(1), NOON));
    }

    @Test
    @Tag("D2")
    void anotherAddressAloneIsNoRequestToSend() {
        given().when(new QueueMail(letter(1), new MailOptions(true, null, "u@hotmail.com")), noon())
                .thenEvents(new MailQueued(letter(1), ADDRESS, expiry(1), NOON));
    }

    @Test
    @Tag("D2")
    void withoutAnAddressItIsHeld() {
        given().when(new QueueMail(letter(1, null), AUTOMATIC), noon())
                .thenEvents(new MailHeld(letter(1, null), HoldReason.NO_ADDRESS, expiry(1), NOON));
    }

    @Test
    @Tag("D5")
    void aNewerPinSupersedesHeldQueuedAndReleasedOnes() {
        given(held(1))
                .when(new QueueMail(letter(2), AUTOMATIC), noon())
                .thenEvents(superseded(1, SupersedeReason.NEWER_PIN), queued(2));
        given(queued(1))
                .when(new QueueMail(letter(2), SWITCHED_OFF), noon())
                .thenEvents(superseded(1, SupersedeReason.NEWER_PIN), held(2));
        given(held(1), released(1))
                .when(new QueueMail(letter(2), AUTOMATIC), noon())
                .thenEvents(superseded(1, SupersedeReason.NEWER_PIN), queued(2));
    }

    @Test
    @Tag("D5")
    void aSentMailIsNotSuperseded() {
        given(queued(1), new MailSent(id(1), NOON))
                .when(new QueueMail(letter(2), AUTOMATIC), noon())
                .thenEvents(queued(2));
    }

    @Test
    @Tag("D5")
    void anOlderPinThatComesLateIsSupersededOnArrival() {
        given(queued(2))
                .when(new QueueMail(letter(1), AUTOMATIC), noon())
                .thenEvents(queued(1), superseded(1, SupersedeReason.NEWER_PIN));
    }

    @Test
    @Tag("D5")
    void disablingSupersedesWhatIsOpen() {
        given(held(1))
                .when(new SupersedeMailsOfDisabledUser(moment(1)), noon())
                .thenEvents(new UserDisablingNoted(madeAt(1), 1L, NOON), superseded(1, SupersedeReason.USER_DISABLED));
    }

    @Test
    @Tag("D5")
    void aDisablingThatComesLateSparesTheNextPin() {
        given(queued(3))
                .when(new SupersedeMailsOfDisabledUser(moment(2)), noon())
                .thenEvents(new UserDisablingNoted(madeAt(2), 2L, NOON));
    }

    @Test
    @Tag("D5")
    void aPinFromBeforeTheDisablingIsSupersededOnArrival() {
        given(new UserDisablingNoted(madeAt(2), 2L, NOON))
                .when(new QueueMail(letter(1), AUTOMATIC), noon())
                .thenEvents(queued(1), superseded(1, SupersedeReason.USER_DISABLED));
    }

    @Test
    @Tag("D5")
    void aDeliveryPastItsHoldTimeIsRecordedAndNeverSent() {
        Mailbox after = given().when(new QueueMail(letter(1), AUTOMATIC), at(expiry(1)))
                .thenEvents(new MailQueued(letter(1), ADDRESS, expiry(1), expiry(1)))
                .stateAfter();
        assertTrue(after.outgoing().findFirst().orElseThrow().expired(expiry(1)));
    }

    @Test
    @Tag("D6")
    void aForgottenDeliveryAgainChangesNothing() {
        given(queued(2))
                .when(new QueueMail(letter(1), AUTOMATIC), at(expiry(1)))
                .thenEvents();
    }

    @Test
    @Tag("D6")
    void theSameDeliveryAgainChangesNothing() {
        given(queued(1)).when(new QueueMail(letter(1), AUTOMATIC), noon()).thenEvents();
        given(queued(1), new MailSent(id(1), NOON))
                .when(new QueueMail(letter(1), AUTOMATIC), noon())
                .thenEvents();
    }
}

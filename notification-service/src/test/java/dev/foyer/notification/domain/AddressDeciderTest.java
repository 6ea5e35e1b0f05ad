package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.AUTOMATIC;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.begun;
import static dev.foyer.notification.domain.Letters.expiry;
import static dev.foyer.notification.domain.Letters.given;
import static dev.foyer.notification.domain.Letters.held;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static dev.foyer.notification.domain.Letters.letterOf;
import static dev.foyer.notification.domain.Letters.madeAt;
import static dev.foyer.notification.domain.Letters.moment;
import static dev.foyer.notification.domain.Letters.noon;
import static dev.foyer.notification.domain.Letters.queued;
import static dev.foyer.notification.domain.Letters.readdressed;
import static dev.foyer.notification.domain.Letters.superseded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.notification.domain.MailCommand.NoteDeparture;
import dev.foyer.notification.domain.MailCommand.NoticeMail;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailCommand.ReaddressMails;
import dev.foyer.notification.domain.MailCommand.RecordAttemptFailed;
import dev.foyer.notification.domain.MailCommand.RecordSent;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailCommand.RetryMail;
import dev.foyer.notification.domain.MailEvent.MailAttemptFailed;
import dev.foyer.notification.domain.MailEvent.MailFailed;
import dev.foyer.notification.domain.MailEvent.MailHeld;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailReleased;
import dev.foyer.notification.domain.MailEvent.MailRetried;
import dev.foyer.notification.domain.MailEvent.MailSent;
import dev.foyer.notification.domain.MailEvent.UserDepartureNoted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail goes to the address that is right when it is sent, unless an administrator chose one for it. */
@Tag("D2")
@Tag("case-M2")
class AddressDeciderTest {

    private static final String CORRECTED = "amos@contoso.com";
    private static final ReaddressMails CORRECTION = new ReaddressMails(CORRECTED, moment(2));
    private static final ReaddressMails NONE = new ReaddressMails(null, moment(2));
    private static final MailEvent BUSY = new MailAttemptFailed(id(1), "MAIL_SERVER_BUSY: 451", NOON);
    private static final UserDepartureNoted DEPARTED = new UserDepartureNoted(madeAt(3), 3L, NOON);

    @Test
    void whatWaitsGoesToTheAddressOfNow() {
        Mailbox after = given(queued(1), begun(1), BUSY)
                .when(CORRECTION, noon())
                .thenEvents(readdressed(1, CORRECTED, 2))
                .stateAfter();
        assertEquals(CORRECTED, after.outgoing().findFirst().orElseThrow().to());
        assertEquals(1, after.outgoing().findFirst().orElseThrow().attempts());
    }

    /** The case as it was found: held, corrected, then sent by hand. */
    @Test
    void whatIsHeldGoesToTheAddressOfNowWhenItIsSent() {
        given(held(1)).when(CORRECTION, noon()).thenEvents(readdressed(1, CORRECTED, 2));
        given(held(1), readdressed(1, CORRECTED, 2))
                .when(new ReleaseMail(id(1), null), noon())
                .thenEvents(new MailReleased(id(1), CORRECTED, NOON));
        // And when it is corrected after that.
        given(held(1), new MailReleased(id(1), ADDRESS, NOON))
                .when(CORRECTION, noon())
                .thenEvents(readdressed(1, CORRECTED, 2));
    }

    @Test
    void whatHadNoAddressCanBeSentWhenThereIsOne() {
        MailHeld homeless = new MailHeld(letter(1, null), HoldReason.NO_ADDRESS, expiry(1), NOON);
        given(homeless).when(new ReleaseMail(id(1), null), noon()).thenRefused(new MailRefusal.AddressIsMissing());
        given(homeless).when(CORRECTION, noon()).thenEvents(readdressed(1, CORRECTED, 2));
        given(homeless, readdressed(1, CORRECTED, 2))
                .when(new ReleaseMail(id(1), null), noon())
                .thenEvents(new MailReleased(id(1), CORRECTED, NOON));
    }

    @Test
    void whereAnAdministratorChoseItStaysSo() {
        MailQueued chosen = new MailQueued(letter(1), "u@hotmail.com", expiry(1), NOON);
        MailReleased released = new MailReleased(id(1), "u@hotmail.com", NOON);
        given(chosen).when(CORRECTION, noon()).thenEvents();
        given(chosen).when(NONE, noon()).thenEvents();
        given(held(1), released).when(CORRECTION, noon()).thenEvents();
        MailFailed failed = new MailFailed(id(1), "MAIL_SERVER_REFUSED: 550", true, NOON);
        assertEquals(
                "u@hotmail.com",
                given(chosen, failed, new MailRetried(id(1), NOON))
                        .state()
                        .outgoing()
                        .findFirst()
                        .orElseThrow()
                        .to());
    }

    /** Whoever names the address that the user has anyway means the user, not that address. */
    @Test
    void theUsersOwnAddressIsNoChoice() {
        given(held(1), new MailReleased(id(1), ADDRESS, NOON))
                .when(CORRECTION, noon())
                .thenEvents(readdressed(1, CORRECTED, 2));
    }

    /** Addresses are compared as user names are. */
    @Test
    @Tag("G5")
    void theUsersOwnAddressInOtherLettersIsNoChoiceEither() {
        String shouted = "Amos.Marble@CONTOSO.com";
        given(held(1), new MailReleased(id(1), shouted, NOON))
                .when(CORRECTION, noon())
                .thenEvents(readdressed(1, CORRECTED, 2));
        given(new MailQueued(letter(1), shouted, expiry(1), NOON))
                .when(CORRECTION, noon())
                .thenEvents(readdressed(1, CORRECTED, 2));
        given(queued(1)).when(new ReleaseMail(id(1), shouted), noon()).thenEvents();
    }

    @Test
    void withoutAnAddressItWaitsForAnAdministrator() {
        Mailbox after = given(queued(1), begun(1), BUSY)
                .when(NONE, noon())
                .thenEvents(readdressed(1, null, 2))
                .stateAfter();
        Mail.Held mail = (Mail.Held) after.find(id(1)).orElseThrow();
        assertEquals(HoldReason.NO_ADDRESS, mail.reason());
        assertEquals(1, mail.attempts());
        given(queued(1), begun(1), BUSY, readdressed(1, null, 2))
                .when(new ReleaseMail(id(1), "u@hotmail.com"), noon())
                .thenEvents(new MailReleased(id(1), "u@hotmail.com", NOON));
    }

    /** What could not be stopped any more is told as it was. */
    @Test
    void theLedgerSaysWhereItWent() {
        given(queued(1), begun(1), readdressed(1, CORRECTED, 2))
                .when(new RecordSent(id(1), ADDRESS), noon())
                .thenEvents(new MailSent(id(1), ADDRESS, NOON));
        Mailbox after = given(queued(1), begun(1), readdressed(1, CORRECTED, 2), new MailSent(id(1), ADDRESS, NOON))
                .state();
        assertEquals(ADDRESS, after.find(id(1)).orElseThrow().to());
        given(queued(1), begun(1), readdressed(1, null, 2))
                .when(new RecordSent(id(1), ADDRESS), noon())
                .thenEvents(new MailSent(id(1), ADDRESS, NOON));
        given(queued(1), begun(1), readdressed(1, null, 2))
                .when(new RecordAttemptFailed(id(1), "MAIL_SERVER_BUSY: 451"), noon())
                .thenEvents(new MailEvent.MailDidNotLeave(id(1), NOON));
    }

    @Test
    void whatFailedThereIsTriedAgainHere() {
        MailFailed failed = new MailFailed(id(1), "MAIL_SERVER_REFUSED: 550", true, NOON);
        Mailbox corrected = given(queued(1), failed)
                .when(CORRECTION, noon())
                .thenEvents(readdressed(1, CORRECTED, 2))
                .stateAfter();
        assertEquals(ADDRESS, corrected.find(id(1)).orElseThrow().to(), "where it failed");
        Mailbox retried = given(queued(1), failed, readdressed(1, CORRECTED, 2), new MailRetried(id(1), NOON))
                .state();
        assertEquals(CORRECTED, retried.outgoing().findFirst().orElseThrow().to());
        given(queued(1), failed, readdressed(1, null, 2))
                .when(new RetryMail(id(1)), noon())
                .thenRefused(new MailRefusal.RetryNeedsAddress());
    }

    @Test
    void newsThatComeAgainOrLateMeanNothing() {
        MailEvent later = readdressed(1, CORRECTED, 2);
        given(queued(1), later).when(CORRECTION, noon()).thenEvents();
        given(queued(1), readdressed(1, "newest@contoso.com", 4))
                .when(CORRECTION, noon())
                .thenEvents();
        // What was made later knew better.
        given(queued(3)).when(CORRECTION, noon()).thenEvents();
        given(queued(1)).when(new ReaddressMails(ADDRESS, moment(2)), noon()).thenEvents();
        given(queued(1), new MailSent(id(1), NOON)).when(CORRECTION, noon()).thenEvents();
        given().when(CORRECTION, noon()).thenEvents();
    }

    @Test
    @Tag("G6")
    void whoComesUnderTheIdOfSomebodyElseChangesNothingOfTheirs() {
        MailQueued goodbye = queued(2, Kind.TURNED_OFF);
        given(goodbye).when(new NoteDeparture(moment(3)), noon()).thenEvents(DEPARTED);
        given(goodbye, DEPARTED).when(new NoteDeparture(moment(3)), noon()).thenEvents();
        given(goodbye, DEPARTED)
                .when(new ReaddressMails(CORRECTED, moment(5)), noon())
                .thenEvents();
        DialIn others = new DialIn("8150042", null, null);
        given(goodbye, DEPARTED)
                .when(new NoticeMail(letterOf(Kind.INFORMATION_CHANGED, 5).with(others), null), noon())
                .thenEvents(
                        new MailQueued(letterOf(Kind.INFORMATION_CHANGED, 5).with(others), ADDRESS, expiry(5), NOON));
        given(goodbye, DEPARTED)
                .when(new QueueMail(letterOf(Kind.WELCOME, 5), AUTOMATIC), noon())
                .thenEvents(queued(5, Kind.WELCOME));
        // The newcomer's own follow their address.
        given(goodbye, DEPARTED, queued(5, Kind.WELCOME))
                .when(new ReaddressMails(CORRECTED, moment(6)), noon())
                .thenEvents(readdressed(5, CORRECTED, 6));
    }

    @Test
    @Tag("G6")
    void aDepartureThatNoMailWaitsBehindIsNotRemembered() {
        given().when(new NoteDeparture(moment(3)), noon()).thenEvents();
        given(queued(1), superseded(1, SupersedeReason.USER_DISABLED))
                .when(new NoteDeparture(moment(3)), noon())
                .thenEvents();
    }
}

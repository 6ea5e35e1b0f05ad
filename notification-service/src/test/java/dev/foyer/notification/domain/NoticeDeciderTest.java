package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.AUTOMATIC;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.expiry;
import static dev.foyer.notification.domain.Letters.given;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static dev.foyer.notification.domain.Letters.letterOf;
import static dev.foyer.notification.domain.Letters.madeAt;
import static dev.foyer.notification.domain.Letters.moment;
import static dev.foyer.notification.domain.Letters.noon;
import static dev.foyer.notification.domain.Letters.queued;
import static dev.foyer.notification.domain.Letters.superseded;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.notification.domain.MailCommand.NoticeMail;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailCommand.RetryMail;
import dev.foyer.notification.domain.MailCommand.RevealMail;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfDisabledUser;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfLock;
import dev.foyer.notification.domain.MailEvent.DialInChanged;
import dev.foyer.notification.domain.MailEvent.MailFailed;
import dev.foyer.notification.domain.MailEvent.MailHeld;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailRetried;
import dev.foyer.notification.domain.MailEvent.UserDisablingNoted;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** News without a PIN: M2, M4, M5, L1. */
class NoticeDeciderTest {

    private static final MailContext ALL_OFF = new MailContext(NOON, HOLD_TIME, Set.of(Kind.values()));
    private static final DialIn OTHER = new DialIn("8150042", "+390687654321", null);

    @ParameterizedTest
    @Tag("D1")
    @EnumSource(names = {"INFORMATION_CHANGED", "TURNED_OFF", "PIN_LOCKED", "SOMEBODY_WAITS"})
    void switchedOffMeansNotMade(Kind kind) {
        given().when(new NoticeMail(letterOf(kind, 1), null), noon()).thenEvents(queued(1, kind));
        given().when(new NoticeMail(letterOf(kind, 1), null), ALL_OFF).thenEvents();
    }

    @Test
    @Tag("D1")
    @Tag("D2")
    void whatIsAskedForGoesInSpiteOfTheSwitchAndWhereItIsAskedFor() {
        Letter asked = letterOf(Kind.CONFERENCE_INFORMATION, 1);
        given().when(new NoticeMail(asked, null), ALL_OFF).thenEvents(queued(1, Kind.CONFERENCE_INFORMATION));
        given().when(new NoticeMail(asked, "amos@example.org"), noon())
                .thenEvents(new MailQueued(asked, "amos@example.org", expiry(1), NOON));
    }

    @Test
    @Tag("D2")
    void withoutAnAddressItIsHeldAndMayBeSentSomewhere() {
        Letter homeless = new Letter(
                id(1),
                Kind.TURNED_OFF,
                new Recipient("contoso.com", "u-17", "Amos Marble", null, null),
                OTHER,
                null,
                madeAt(1),
                1L,
                "request-1",
                null);
        MailHeld held = new MailHeld(homeless, HoldReason.NO_ADDRESS, expiry(1), NOON);
        given().when(new NoticeMail(homeless, null), noon()).thenEvents(held);
        given(held)
                .when(new ReleaseMail(id(1), ADDRESS), noon())
                .thenEvents(new MailEvent.MailReleased(id(1), ADDRESS, NOON));
        given(held).when(new RevealMail(id(1)), noon()).thenRefused(new MailRefusal.MailHasNoPin());
    }

    @Test
    @Tag("D6")
    void theSameNewsAgainMeanNothing() {
        given(queued(1, Kind.PIN_LOCKED))
                .when(new NoticeMail(letterOf(Kind.PIN_LOCKED, 1), null), noon())
                .thenEvents();
    }

    @Test
    @Tag("D5")
    void whatWaitsSaysTheNumbersOfNow() {
        Letter pin = letter(1);
        Letter news = letterOf(Kind.INFORMATION_CHANGED, 2).with(OTHER);
        var then = given(queued(1), queued(3, Kind.CONFERENCE_INFORMATION)).when(new NoticeMail(news, null), noon());
        then.thenEvents(new DialInChanged(OTHER, madeAt(2), 2L, NOON), new MailQueued(news, ADDRESS, expiry(2), NOON));
        Mailbox after = given(
                        queued(1),
                        queued(3, Kind.CONFERENCE_INFORMATION),
                        new DialInChanged(OTHER, madeAt(2), 2L, NOON))
                .state();
        assertEquals(OTHER, after.find(id(1)).orElseThrow().letter().dialIn());
        // What was made later knew better.
        assertEquals(pin.dialIn(), after.find(id(3)).orElseThrow().letter().dialIn());
        given(queued(1))
                .when(new NoticeMail(news, null), ALL_OFF)
                .thenEvents(new DialInChanged(OTHER, madeAt(2), 2L, NOON));
    }

    /** Whoever waits does not do so for days, and who is told of it then starts an empty meeting. */
    @Test
    @Tag("E7")
    void thatSomebodyWaitsIsNewsForAnHour() {
        Instant over = madeAt(1).plus(Duration.ofHours(1));
        Letter waits = letterOf(Kind.SOMEBODY_WAITS, 1);
        given().when(new NoticeMail(waits, null), noon()).thenEvents(new MailQueued(waits, ADDRESS, over, NOON));
        given(queued(1, Kind.SOMEBODY_WAITS), queued(2))
                .when(new MailCommand.ExpireMails(), Letters.at(over))
                .thenEvents(new MailFailed(id(1), "HOLD_TIME_OVER", false, over));
    }

    /** The server was away, people came and went: who reads of the first lobby an hour later finds nobody. */
    @Test
    @Tag("E7")
    @Tag("D5")
    void whoWaitsNowMakesOlderNewsOfThatMeetingUntrueAndNoOthers() {
        Letter first = letterOf(Kind.SOMEBODY_WAITS, 1);
        Letter second = letterOf(Kind.SOMEBODY_WAITS, 2);
        Letter elsewhere = inMeeting(second, "8150042");
        Instant over = madeAt(2).plus(Duration.ofHours(1));
        MailQueued queued = queued(1, Kind.SOMEBODY_WAITS);
        given(queued)
                .when(new NoticeMail(second, null), noon())
                .thenEvents(
                        superseded(1, SupersedeReason.NEWER_INFORMATION), new MailQueued(second, ADDRESS, over, NOON));
        given(queued)
                .when(new NoticeMail(elsewhere, null), noon())
                .thenEvents(new MailQueued(elsewhere, ADDRESS, over, NOON));
        // Read in the other order.
        given(new MailQueued(second, ADDRESS, over, NOON))
                .when(new NoticeMail(first, null), noon())
                .thenEvents(queued, superseded(1, SupersedeReason.NEWER_INFORMATION));
        given(new MailQueued(elsewhere, ADDRESS, over, NOON))
                .when(new NoticeMail(first, null), noon())
                .thenEvents(queued);
    }

    private static Letter inMeeting(Letter letter, String conferenceId) {
        DialIn there = new DialIn(conferenceId, letter.dialIn().serviceNumber(), null);
        return new Letter(
                letter.id(),
                letter.kind(),
                letter.recipient(),
                there,
                null,
                letter.createdAt(),
                letter.sequence(),
                letter.correlationId(),
                null,
                null,
                letter.waiting());
    }

    /** It is about that meeting, which may be a scheduled one, whatever becomes of the user's own conference ID. */
    @Test
    @Tag("E7")
    void whereSomebodyWaitsDoesNotChangeWithTheUsersConferenceId() {
        MailEvent[] changed = {queued(1, Kind.SOMEBODY_WAITS), new DialInChanged(OTHER, madeAt(2), 2L, NOON)};
        assertEquals(
                new DialIn("4711007", OTHER.serviceNumber(), null),
                given(changed).state().find(id(1)).orElseThrow().letter().dialIn());
        given(changed)
                .when(new NoticeMail(letterOf(Kind.INFORMATION_CHANGED, 3).with(OTHER), null), ALL_OFF)
                .thenEvents();
    }

    @Test
    @Tag("D5")
    void aDisablingLeavesTheMailThatSaysSo() {
        given(queued(1, Kind.CONFERENCE_INFORMATION), queued(2, Kind.TURNED_OFF))
                .when(new SupersedeMailsOfDisabledUser(moment(2)), noon())
                .thenEvents(new UserDisablingNoted(madeAt(2), 2L, NOON), superseded(1, SupersedeReason.USER_DISABLED));
        given(new UserDisablingNoted(madeAt(2), 2L, NOON))
                .when(new NoticeMail(letterOf(Kind.TURNED_OFF, 2), null), noon())
                .thenEvents(queued(2, Kind.TURNED_OFF));
        given(new UserDisablingNoted(madeAt(2), 2L, NOON))
                .when(new NoticeMail(letterOf(Kind.PIN_LOCKED, 1), null), noon())
                .thenEvents(queued(1, Kind.PIN_LOCKED), superseded(1, SupersedeReason.USER_DISABLED));
    }

    @Test
    @Tag("D5")
    void whoIsEnabledAgainIsNotToldThatItIsOff() {
        given(queued(1, Kind.TURNED_OFF))
                .when(new QueueMail(letterOf(Kind.WELCOME, 2), AUTOMATIC), noon())
                .thenEvents(superseded(1, SupersedeReason.USER_ENABLED), queued(2, Kind.WELCOME));
    }

    @Test
    @Tag("B4")
    void whatTellsOfALockThatHasEndedIsNotSent() {
        given(queued(1, Kind.PIN_LOCKED), queued(3, Kind.PIN_LOCKED))
                .when(new SupersedeMailsOfLock(moment(2)), noon())
                .thenEvents(superseded(1, SupersedeReason.PIN_UNLOCKED));
        given(queued(1, Kind.PIN_LOCKED))
                .when(new QueueMail(letter(2), AUTOMATIC), noon())
                .thenEvents(superseded(1, SupersedeReason.NEWER_PIN), queued(2));
    }

    @Test
    @Tag("D5")
    @Tag("D6")
    void whatHasFailedIsTriedAgainUnlessItIsStale() {
        MailFailed failed = new MailFailed(id(1), "MAIL_SERVER_REFUSED: 550", true, NOON);
        given(queued(1), failed).when(new RetryMail(id(1)), noon()).thenEvents(new MailRetried(id(1), NOON));
        given(queued(1), failed)
                .when(new RetryMail(id(1)), Letters.at(expiry(1)))
                .thenRefused(new MailRefusal.HoldTimeIsOver());
        // A newer one supersedes what may be tried again, as it does what waits.
        given(queued(1), failed)
                .when(new QueueMail(letter(2), AUTOMATIC), noon())
                .thenEvents(superseded(1, SupersedeReason.NEWER_PIN), queued(2));
        given(queued(1), failed)
                .when(new SupersedeMailsOfDisabledUser(moment(1)), noon())
                .thenEvents(new UserDisablingNoted(madeAt(1), 1L, NOON), superseded(1, SupersedeReason.USER_DISABLED));
        // In journals of before, it did not.
        given(queued(1), failed, queued(2))
                .when(new RetryMail(id(1)), noon())
                .thenRefused(new MailRefusal.MailIsSettled(Outcome.SUPERSEDED));
    }

    @Test
    @Tag("D6")
    void aRetriedMailBeginsAnewAndKeepsItsAttempts() {
        Mailbox after = given(
                        queued(1),
                        new MailFailed(id(1), "MAIL_SERVER_REFUSED: 550", true, NOON),
                        new MailRetried(id(1), NOON))
                .state();
        Mail.Outgoing mail = after.outgoing().findFirst().orElseThrow();
        assertEquals(1, mail.attempts());
        assertEquals(null, mail.lastAttemptAt());
        assertEquals(NOON, mail.retriedAt());
    }
}

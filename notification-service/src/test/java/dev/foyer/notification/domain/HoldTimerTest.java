package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.at;
import static dev.foyer.notification.domain.Letters.begun;
import static dev.foyer.notification.domain.Letters.expired;
import static dev.foyer.notification.domain.Letters.expiry;
import static dev.foyer.notification.domain.Letters.given;
import static dev.foyer.notification.domain.Letters.held;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.queued;
import static dev.foyer.notification.domain.Letters.readdressed;
import static dev.foyer.notification.domain.Letters.superseded;
import static dev.foyer.notification.domain.Letters.tooLate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.notification.domain.MailCommand.DiscardMail;
import dev.foyer.notification.domain.MailCommand.ExpireMails;
import dev.foyer.notification.domain.MailCommand.HandOverMail;
import dev.foyer.notification.domain.MailCommand.RecordAttemptFailed;
import dev.foyer.notification.domain.MailCommand.RecordSent;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailCommand.RevealMail;
import dev.foyer.notification.domain.MailEvent.MailDiscarded;
import dev.foyer.notification.domain.MailEvent.MailExpired;
import dev.foyer.notification.domain.MailEvent.MailHandedOver;
import dev.foyer.notification.domain.MailEvent.MailReaddressed;
import dev.foyer.notification.domain.MailEvent.MailRevealed;
import dev.foyer.notification.domain.MailEvent.MailSent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the end of the hold time does to mails that are still open. */
class HoldTimerTest {

    private static final HoldTimer TIMER = new HoldTimer();

    @Test
    @Tag("D5")
    void theMailboxIsDueWithTheFirstOfItsOpenMails() {
        assertEquals(Optional.empty(), due());
        assertEquals(Optional.of(expiry(1)), due(held(1), queued(2)));
        assertEquals(Optional.of(expiry(2)), due(held(1), new MailDiscarded(id(1), NOON), queued(2)));
        assertEquals(Optional.empty(), due(queued(1), new MailSent(id(1), NOON)));
        assertEquals(Optional.empty(), due(queued(1), superseded(1, SupersedeReason.NEWER_PIN)));
    }

    @Test
    @Tag("D5")
    void aHeldMailExpiresAndSaysWhatItWasHeldFor() {
        Mailbox after = given(held(1))
                .when(new ExpireMails(), at(expiry(1)))
                .thenEvents(expired(1))
                .stateAfter();
        assertEquals(
                new Mail.Settled(
                        Letters.letter(1),
                        expiry(1),
                        Letters.ADDRESS,
                        0,
                        Outcome.EXPIRED,
                        "AUTOMATIC_MAIL_OFF",
                        null,
                        null),
                after.find(id(1)).orElseThrow());
        assertEquals(Optional.empty(), TIMER.due(after));
    }

    @Test
    @Tag("D6")
    void aMailThatNoServerTookInTimeHasFailed() {
        given(queued(1)).when(new ExpireMails(), at(expiry(1))).thenEvents(tooLate(1));
        given(held(1), Letters.released(1))
                .when(new ExpireMails(), at(expiry(1)))
                .thenEvents(tooLate(1));
    }

    @Test
    @Tag("D5")
    void onlyThoseWhoseTimeIsOverAreSettledAndTheNextIsDue() {
        Mailbox after = given(held(1), held(2))
                .when(new ExpireMails(), at(expiry(1)))
                .thenEvents(expired(1))
                .stateAfter();
        assertEquals(Optional.of(expiry(2)), TIMER.due(after));
    }

    @Test
    @Tag("D5")
    void aTimerThatComesEarlyOrTwiceDoesNothing() {
        given(held(1)).when(new ExpireMails(), at(expiry(1).minusNanos(1))).thenEvents();
        given(held(1), expired(1)).when(new ExpireMails(), at(expiry(1))).thenEvents();
        given(queued(1), tooLate(1)).when(new ExpireMails(), at(expiry(1))).thenEvents();
    }

    @Test
    @Tag("D5")
    void anExpiredMailIsNotSent() {
        given(held(1), expired(1))
                .when(new ReleaseMail(id(1), null), at(expiry(1)))
                .thenRefused(new MailRefusal.MailIsSettled(Outcome.EXPIRED));
    }

    @Test
    @Tag("D6")
    void aMailThatAServerTookWhileItsTimeRanOutWasSent() {
        Instant then = expiry(1).plusSeconds(5);
        var sent = given(queued(1), tooLate(1))
                .when(new RecordSent(id(1)), at(then))
                .thenEvents(new MailSent(id(1), then));
        assertEquals(Outcome.SENT, ((Mail.Settled) sent.stateAfter().find(id(1)).orElseThrow()).outcome());
        given(queued(1), tooLate(1))
                .when(new RecordAttemptFailed(id(1), "MAIL_SERVER_UNREACHABLE"), at(then))
                .thenEvents();
    }

    /** It has no address any more, and a server may be taking it: that this one says so must not come too late. */
    @Test
    @Tag("D6")
    @Tag("case-L4")
    void whatAServerMayBeTakingExpiresOnceItIsKnownWhetherItLeft() {
        Instant lost = expiry(1).minusSeconds(60);
        Instant answered = lost.plus(Mailbox.ANSWERED_WITHIN);
        MailEvent[] doubtful = {queued(1), begun(1), new MailReaddressed(id(1), null, lost, 2L, lost)};
        assertEquals(Optional.of(answered), due(doubtful));
        given(doubtful).when(new ExpireMails(), at(answered.minusNanos(1))).thenEvents();
        given(doubtful)
                .when(new RecordSent(id(1), Letters.ADDRESS), at(answered.minusNanos(1)))
                .thenEvents(new MailSent(id(1), Letters.ADDRESS, answered.minusNanos(1)));
        given(doubtful).when(new ExpireMails(), at(answered)).thenEvents(new MailExpired(id(1), answered));
        given(doubtful)
                .when(new ReleaseMail(id(1), Letters.ADDRESS), at(expiry(1)))
                .thenRefused(new MailRefusal.HoldTimeIsOver());
        assertEquals(Optional.of(expiry(1)), due(queued(1), begun(1), readdressed(1, null, 2)));
    }

    /** Who was sending it was killed and says nothing any more: it is an administrator's then, and not for days on its way. */
    @Test
    @Tag("D5")
    @Tag("case-L4")
    void whatNobodySaysAnythingOfIsNotOnItsWayForEver() {
        Instant lost = Letters.madeAt(2);
        Instant answered = lost.plus(Mailbox.ANSWERED_WITHIN);
        MailEvent[] doubtful = {queued(1), begun(1), readdressed(1, null, 2)};
        for (MailCommand command : List.of(new DiscardMail(id(1)), new HandOverMail(id(1)), new RevealMail(id(1)))) {
            given(doubtful).when(command, at(answered.minusNanos(1))).thenRefused(new MailRefusal.MailIsOnItsWay(null));
        }
        given(doubtful).when(new DiscardMail(id(1)), at(answered)).thenEvents(new MailDiscarded(id(1), answered));
        given(doubtful).when(new HandOverMail(id(1)), at(answered)).thenEvents(new MailHandedOver(id(1), answered));
        given(doubtful).when(new RevealMail(id(1)), at(answered)).thenEvents(new MailRevealed(id(1), answered));
    }

    private static Optional<Instant> due(MailEvent... history) {
        return TIMER.due(given(history).state());
    }
}

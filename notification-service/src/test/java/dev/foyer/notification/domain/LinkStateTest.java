package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.at;
import static dev.foyer.notification.domain.Letters.expiry;
import static dev.foyer.notification.domain.Letters.given;
import static dev.foyer.notification.domain.Letters.held;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static dev.foyer.notification.domain.Letters.madeAt;
import static dev.foyer.notification.domain.Letters.noon;
import static dev.foyer.notification.domain.Letters.queued;
import static dev.foyer.notification.domain.Letters.released;
import static dev.foyer.notification.domain.Letters.revealed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.notification.domain.MailCommand.OpenMail;
import dev.foyer.notification.domain.MailCommand.RecordAttemptFailed;
import dev.foyer.notification.domain.MailCommand.RecordSent;
import dev.foyer.notification.domain.MailEvent.MailAttemptFailed;
import dev.foyer.notification.domain.MailEvent.MailOpened;
import dev.foyer.notification.domain.MailEvent.MailSent;
import dev.foyer.notification.domain.MailEvent.UserDisablingNoted;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a view-once link: with each state of its mail in {@link StateTableDeciderTest}, here with all else. */
@Tag("D7")
class LinkStateTest {

    private static final MailEvent SENT = new MailSent(id(1), NOON);
    private static final MailEvent OPENED = new MailOpened(id(1), NOON);

    @Test
    void itShowsThePinOnceAndSaysWhenFromThenOn() {
        given(queued(1), SENT).when(new OpenMail(id(1)), noon()).thenEvents(OPENED);
        given(queued(1), SENT, OPENED).when(new OpenMail(id(1)), noon()).thenRefused(new MailRefusal.LinkWasUsed());
        assertEquals(new LinkState.Used(NOON), state(NOON, queued(1), SENT, OPENED));
    }

    @Test
    void afterTheHoldTimeItIsDeadUsedOrNot() {
        assertEquals(new LinkState.Dead(), state(expiry(1), queued(1), SENT));
        assertEquals(new LinkState.Dead(), state(expiry(1), queued(1), SENT, OPENED));
        assertInstanceOf(LinkState.Ready.class, state(expiry(1).minusNanos(1), queued(1), SENT));
        given(queued(1), SENT).when(new OpenMail(id(1)), at(expiry(1))).thenRefused(new MailRefusal.LinkIsDead());
    }

    @Test
    @Tag("D5")
    void aNewerPinMakesItDeadAlsoWhenItsMailIsHeld() {
        assertEquals(new LinkState.Dead(), state(NOON, queued(1), SENT, queued(2)));
        assertEquals(new LinkState.Dead(), state(NOON, queued(1), SENT, held(2)));
        assertEquals(new LinkState.Used(NOON), state(NOON, queued(1), SENT, OPENED, held(2)));
    }

    @Test
    @Tag("D5")
    void disablingMakesItDead() {
        assertEquals(new LinkState.Dead(), state(NOON, queued(1), SENT, new UserDisablingNoted(madeAt(1), 1L, NOON)));
    }

    @Test
    void newsWithoutAPinDoNot() {
        assertInstanceOf(LinkState.Ready.class, state(NOON, queued(1), SENT, queued(2, Kind.CONFERENCE_INFORMATION)));
    }

    @Test
    void nothingIsBehindAMailWithoutAPin() {
        assertEquals(new LinkState.Dead(), state(NOON, queued(1, Kind.CONFERENCE_INFORMATION), SENT));
    }

    /** What an administrator looked at and sent then is the user's to look at, as with a PIN in the mail. */
    @Test
    @Tag("A4")
    void aRevealedMailThatWasSentIsOpenedByItsUser() {
        given(held(1), revealed(1), released(1), SENT)
                .when(new OpenMail(id(1)), noon())
                .thenEvents(OPENED);
    }

    /** The server said nothing, or an error, but somebody reads it. */
    @Test
    @Tag("D6")
    void aMailThatIsReadHasLeft() {
        MailEvent unanswered = new MailAttemptFailed(id(1), "MAIL_SERVER_GAVE_NO_ANSWER", NOON);
        Mail read = given(queued(1), unanswered)
                .when(new OpenMail(id(1)), noon())
                .stateAfter()
                .find(id(1))
                .orElseThrow();
        assertEquals(new Mail.Settled(letter(1), expiry(1), Letters.ADDRESS, 1, Outcome.SENT, null, null, NOON), read);
        given(queued(1), OPENED).when(new RecordSent(id(1)), noon()).thenEvents();
        given(queued(1), OPENED)
                .when(new RecordAttemptFailed(id(1), "MAIL_SERVER_SLOW"), noon())
                .thenEvents();
    }

    @Test
    void twiceIsABrokenJournal() {
        assertThrows(ImpossibleEvent.class, () -> given(queued(1), SENT, OPENED, OPENED));
        assertThrows(ImpossibleEvent.class, () -> given(held(1), OPENED));
    }

    private static LinkState state(Instant now, MailEvent... history) {
        return LinkState.of(given(history).state(), id(1), now);
    }
}

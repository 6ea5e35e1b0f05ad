package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.AUTOMATIC;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.given;
import static dev.foyer.notification.domain.Letters.letter;
import static dev.foyer.notification.domain.Letters.made;
import static dev.foyer.notification.domain.Letters.noon;
import static dev.foyer.notification.domain.Letters.superseded;

import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfDisabledUser;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.UserDisablingNoted;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** pin-service's clock was half an hour ahead and was set back; what happened to a user is in the order of the user. */
@Tag("case-L3")
@Tag("D5")
class ClockStepsDeciderTest {

    private static final Instant AHEAD = NOON.plus(Duration.ofMinutes(30));

    /** Made while the clock was ahead. */
    private static final Letter FIRST = made(letter(1), new UserMoment(AHEAD, 1L));

    /** Made after that, when the clock was right again. */
    private static final Letter SECOND = made(letter(2), new UserMoment(NOON, 2L));

    @Test
    void theNextPinGoesOutAndSupersedesTheOneBefore() {
        given(queued(FIRST))
                .when(new QueueMail(SECOND, AUTOMATIC), noon())
                .thenEvents(superseded(1, SupersedeReason.NEWER_PIN), queued(SECOND));
    }

    @Test
    void thePinBeforeIsStaleHoweverLateItsTime() {
        given(queued(SECOND))
                .when(new QueueMail(FIRST, AUTOMATIC), noon())
                .thenEvents(queued(FIRST), superseded(1, SupersedeReason.NEWER_PIN));
    }

    @Test
    void aDisablingWhileItWasAheadSparesThePinAfterIt() {
        UserMoment disabled = new UserMoment(AHEAD, 1L);
        given(queued(SECOND))
                .when(new SupersedeMailsOfDisabledUser(disabled), noon())
                .thenEvents(new UserDisablingNoted(AHEAD, 1L, NOON));
        given(new UserDisablingNoted(AHEAD, 1L, NOON))
                .when(new QueueMail(SECOND, AUTOMATIC), noon())
                .thenEvents(queued(SECOND));
    }

    @Test
    void aDisablingAfterItEndsThePinBefore() {
        UserMoment disabled = new UserMoment(NOON, 2L);
        given(queued(FIRST))
                .when(new SupersedeMailsOfDisabledUser(disabled), noon())
                .thenEvents(new UserDisablingNoted(NOON, 2L, NOON), superseded(1, SupersedeReason.USER_DISABLED));
        given(new UserDisablingNoted(AHEAD, 1L, NOON), new UserDisablingNoted(NOON, 3L, NOON))
                .when(new QueueMail(SECOND, AUTOMATIC), noon())
                .thenEvents(queued(SECOND), superseded(2, SupersedeReason.USER_DISABLED));
    }

    /** Nothing of it says a sequence. */
    @Test
    void whatWasWrittenBeforeThereWasASequenceIsOrderedByTimeAsItWas() {
        Letter before = made(letter(1), new UserMoment(NOON, null));
        Letter after = made(letter(2), new UserMoment(AHEAD, null));
        given(queued(before))
                .when(new QueueMail(after, AUTOMATIC), noon())
                .thenEvents(superseded(1, SupersedeReason.NEWER_PIN), queued(after));
        given(queued(after))
                .when(new QueueMail(before, AUTOMATIC), noon())
                .thenEvents(queued(before), superseded(1, SupersedeReason.NEWER_PIN));
    }

    private static MailQueued queued(Letter letter) {
        return new MailQueued(letter, ADDRESS, letter.createdAt().plus(HOLD_TIME), NOON);
    }
}

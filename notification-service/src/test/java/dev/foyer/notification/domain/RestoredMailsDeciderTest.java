package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.begun;
import static dev.foyer.notification.domain.Letters.expiry;
import static dev.foyer.notification.domain.Letters.given;
import static dev.foyer.notification.domain.Letters.id;
import static dev.foyer.notification.domain.Letters.letter;
import static dev.foyer.notification.domain.Letters.madeAt;
import static dev.foyer.notification.domain.Letters.queued;

import dev.foyer.notification.domain.MailCommand.BeginAttempt;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailEvent.MailAttemptBegun;
import dev.foyer.notification.domain.MailEvent.MailAttemptFailed;
import dev.foyer.notification.domain.MailEvent.MailFailed;
import dev.foyer.notification.domain.MailEvent.MailHeld;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailReleased;
import dev.foyer.notification.domain.MailEvent.MailRetried;
import dev.foyer.notification.domain.MailEvent.RestoredMailHeld;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Foyer was restored from a backup of ten minutes past noon; the numbers of mails are the minutes at which they were made. */
@Tag("D6")
class RestoredMailsDeciderTest {

    private static final Instant BACKUP = madeAt(10);
    private static final Instant NOW = NOON.plus(Duration.ofHours(2));
    private static final MailContext RESTORED = new MailContext(NOW, HOLD_TIME, Set.of(), BACKUP);
    private static final MailContext NEVER = new MailContext(NOW, HOLD_TIME);

    @Test
    void whatWasOnItsWayWaitsAllAtOnce() {
        given(queued(1), queued(2))
                .when(new BeginAttempt(id(1)), RESTORED)
                .thenEvents(new RestoredMailHeld(id(1), NOW), new RestoredMailHeld(id(2), NOW));
        given(queued(1)).when(new BeginAttempt(id(1)), NEVER).thenEvents(new MailAttemptBegun(id(1), NOW));
    }

    @Test
    void whatSomebodyReleasesThenGoes() {
        given(queued(1), new RestoredMailHeld(id(1), NOW.minusSeconds(9)), new MailReleased(id(1), ADDRESS, NOW))
                .when(new BeginAttempt(id(1)), RESTORED)
                .thenEvents(new MailAttemptBegun(id(1), NOW));
    }

    @Test
    void whatSomebodyHasTriedAgainSinceGoes() {
        given(queued(1), new MailFailed(id(1), "PIN_IS_GONE", false, NOON), new MailRetried(id(1), NOW))
                .when(new BeginAttempt(id(1)), RESTORED)
                .thenEvents(new MailAttemptBegun(id(1), NOW));
        given(queued(1), new MailFailed(id(1), "PIN_IS_GONE", false, NOON), new MailRetried(id(1), NOON))
                .when(new BeginAttempt(id(1)), RESTORED)
                .thenEvents(new RestoredMailHeld(id(1), NOW));
    }

    @Test
    void whatWasMadeSinceGoes() {
        given(queued(11)).when(new BeginAttempt(id(11)), RESTORED).thenEvents(new MailAttemptBegun(id(11), NOW));
    }

    /** The one who had it went away with the Foyer of before: that is said first. */
    @Test
    void whatWasUnderWayWaitsOnceItIsSaidThatNobodyKnowsWhatBecameOfIt() {
        given(queued(1), begun(1)).when(new BeginAttempt(id(1)), RESTORED).thenEvents();
        given(queued(1), begun(1), new MailAttemptFailed(id(1), "INTERRUPTED (possibly delivered 1 time)", NOW))
                .when(new BeginAttempt(id(1)), RESTORED)
                .thenEvents(new RestoredMailHeld(id(1), NOW));
    }

    @Test
    void aDeliveryOfBeforeThatIsReadAfterwardsWaitsAndGoesWhenItIsReleased() {
        MailOptions automatic = new MailOptions(true, null, null);
        given().when(new QueueMail(letter(1), automatic), RESTORED)
                .thenEvents(new MailHeld(letter(1), HoldReason.RESTORED, expiry(1), NOW));
        given().when(new QueueMail(letter(11), automatic), RESTORED)
                .thenEvents(new MailQueued(letter(11), ADDRESS, expiry(11), NOW));
        given(
                        new MailHeld(letter(1), HoldReason.RESTORED, expiry(1), NOW.minusSeconds(9)),
                        new MailReleased(id(1), ADDRESS, NOW))
                .when(new BeginAttempt(id(1)), RESTORED)
                .thenEvents(new MailAttemptBegun(id(1), NOW));
    }
}

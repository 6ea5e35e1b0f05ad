package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.WRONG;
import static dev.foyer.pin.domain.user.UserFixture.disabled;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.locked;
import static dev.foyer.pin.domain.user.UserFixture.lockedForGood;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.rejected;
import static dev.foyer.pin.domain.user.UserFixture.verify;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.pin.domain.user.UserCommand.ExpireLock;
import dev.foyer.pin.domain.user.UserCommand.LockPin;
import dev.foyer.pin.domain.user.UserCommand.UnlockPin;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A temporary lock ends by itself, once, and at its time, whoever notices first. */
@Tag("B4")
class LockExpiryTest {

    private static final Instant END_OF_LOCK = NOW.plus(Lockout.TEMPORARY);
    private static final UserEvent ENDED = new PinUnlocked(UnlockReason.EXPIRED, END_OF_LOCK);
    private static final UserEvent UNLOCKED = new PinUnlocked(UnlockReason.ADMINISTRATOR, NOW);
    private static final UserTimers TIMER = new UserTimers();

    @Test
    void onlyATemporaryLockWaitsForATimer() {
        assertEquals(Optional.of(END_OF_LOCK), due(provisioned(), enabled(), locked()));
        assertEquals(Optional.empty(), due());
        assertEquals(Optional.empty(), due(provisioned()));
        assertEquals(Optional.empty(), due(provisioned(), enabled(), rejected("call-1")));
        assertEquals(Optional.empty(), due(provisioned(), enabled(), lockedForGood()));
        assertEquals(Optional.empty(), due(provisioned(), enabled(), locked(), UNLOCKED));
        assertEquals(Optional.of(NOW), due(provisioned(), enabled(), locked(), disabled())); // of the conference ID
    }

    @Test
    void theTimerEndsTheLockAtItsTimeHoweverLateItComes() {
        for (Duration late : new Duration[] {Duration.ZERO, Duration.ofMillis(3), Duration.ofDays(2)}) {
            var ending = given(provisioned(), enabled(), rejected("call-1"), locked())
                    .when(new ExpireLock(), US.at(END_OF_LOCK.plus(late)).context())
                    .thenEvents(ENDED);
            assertEquals(Optional.empty(), TIMER.due(ending.stateAfter()));
        }
    }

    @Test
    @Tag("B2")
    void theConsecutiveFailuresStandAndTheWindowIsNew() {
        var ending = given(provisioned(), enabled(), rejected("call-1"), rejected("call-2"), locked())
                .when(new ExpireLock(), US.at(END_OF_LOCK).context());
        assertEquals(new Lockout(0, null, 2, null), ((User.Enabled) ending.stateAfter()).lockout());
    }

    @Test
    void aTimerThatComesEarlyOrForALockThatIsGoneDoesNothing() {
        var early = US.at(END_OF_LOCK.minusNanos(1)).context();
        var late = US.at(END_OF_LOCK.plusSeconds(1)).context();
        given(provisioned(), enabled(), locked()).when(new ExpireLock(), early).thenEvents();
        given(provisioned(), enabled(), locked(), UNLOCKED)
                .when(new ExpireLock(), late)
                .thenEvents();
        given(provisioned(), enabled(), locked(), lockedForGood())
                .when(new ExpireLock(), late)
                .thenEvents();
        given(provisioned(), enabled(), locked(), new PinLocked(END_OF_LOCK, END_OF_LOCK.plus(Lockout.TEMPORARY)))
                .when(new ExpireLock(), late)
                .thenEvents();
    }

    @Test
    void afterTheVerificationThatNotedItNothingIsLeftForTheTimer() {
        var noted = given(provisioned(), enabled(), locked())
                .when(verify("call-1", WRONG), US.at(END_OF_LOCK).context());
        assertEquals(ENDED, noted.events().getFirst());
        assertEquals(Optional.empty(), TIMER.due(noted.stateAfter()));
    }

    @Test
    void whoeverComesBeforeTheTimerFindsTheLockOver() {
        var later = US.at(END_OF_LOCK).context();
        given(provisioned(), enabled(), locked()).when(new UnlockPin(), later).thenEvents(ENDED);
        given(provisioned(), enabled(), locked())
                .when(new LockPin(), later)
                .thenEvents(ENDED, new PinLocked(END_OF_LOCK, null));
    }

    private static Optional<Instant> due(UserEvent... history) {
        return TIMER.due(given(history).state());
    }
}

package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.Around.US;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.NOW;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.WRONG;
import static dev.foyer.pin.domain.user.UserFixture.enabled;
import static dev.foyer.pin.domain.user.UserFixture.given;
import static dev.foyer.pin.domain.user.UserFixture.locked;
import static dev.foyer.pin.domain.user.UserFixture.lockedForGood;
import static dev.foyer.pin.domain.user.UserFixture.provisioned;
import static dev.foyer.pin.domain.user.UserFixture.rejected;
import static dev.foyer.pin.domain.user.UserFixture.verify;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.pin.domain.user.UserCommand.LockPin;
import dev.foyer.pin.domain.user.UserCommand.UnlockPin;
import dev.foyer.pin.domain.user.UserEvent.OrganizerVerified;
import dev.foyer.pin.domain.user.UserEvent.PinRejected;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every lock has an end that is an event, with its reason and its time. */
@Tag("B4")
class UnlockingTest {

    private static final Instant END_OF_LOCK = NOW.plus(Lockout.TEMPORARY);

    @Test
    void anExpiredLockEndsWithAnEventOfTheTimeWhenItExpired() {
        Instant later = END_OF_LOCK.plusSeconds(7);
        given(provisioned(), enabled(), locked())
                .when(verify("call-1", PIN), US.at(later).context())
                .thenEvents(
                        new PinUnlocked(UnlockReason.EXPIRED, END_OF_LOCK),
                        new OrganizerVerified(CONFERENCE_ID, "call-1", later));
    }

    @Test
    void aWrongPinAfterAnExpiredLockUnlocksAndCounts() {
        given(provisioned(), enabled(), rejected("call-0"), locked())
                .when(verify("call-1", WRONG), US.at(END_OF_LOCK).context())
                .thenEvents(
                        new PinUnlocked(UnlockReason.EXPIRED, END_OF_LOCK),
                        new PinRejected(CONFERENCE_ID, "call-1", END_OF_LOCK, true, 2));
    }

    @Test
    void anAdministratorUnlocksEitherLockAndClearsTheCounts() {
        for (UserEvent lock : new UserEvent[] {locked(), lockedForGood()}) {
            var unlocking = given(provisioned(), enabled(), rejected("call-1"), lock)
                    .when(new UnlockPin(), US.context())
                    .thenEvents(new PinUnlocked(UnlockReason.ADMINISTRATOR, NOW));
            assertEquals(Lockout.CLEAR, ((User.Enabled) unlocking.stateAfter()).lockout());
        }
    }

    @Test
    void whatIsNotLockedIsNotUnlocked() {
        given(provisioned(), enabled(), rejected("call-1"))
                .when(new UnlockPin(), US.context())
                .thenEvents();
    }

    @Test
    void anAdministratorLocksUntilAnAdministratorActs() {
        given(provisioned(), enabled()).when(new LockPin(), US.context()).thenEvents(lockedForGood());
        given(provisioned(), enabled(), locked())
                .when(new LockPin(), US.context())
                .thenEvents(lockedForGood());
        given(provisioned(), enabled(), lockedForGood())
                .when(new LockPin(), US.context())
                .thenEvents();
    }
}

package dev.foyer.pin.domain.user;

import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many wrong PINs lock, and for how long. */
@Tag("B2")
class LockoutTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WINDOW = Duration.ofMinutes(30);
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({"4081, 10", "40813, 25", "408134, 25", "408134081340, 25"})
    void soManyFailuresInTheWindowLockForAnHour(String pin, int limit) {
        LiveUser user = LiveUser.enabledWith(pin).wrongPins(limit - 1);
        assertEquals(Optional.empty(), user.newLock());
        user.wrongPins(1);
        assertEquals(Optional.of(new PinLocked(user.now(), user.now().plus(HOUR))), user.newLock());
        assertFalse(user.isLetIn(pin));
    }

    @Test
    void theLengthThatCountsIsThatOfThePinNotOfTheSetting() {
        LiveUser user = LiveUser.enabledWith("4081").where("pinLength", 8).wrongPins(10);
        assertTrue(user.newLock().isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 26, 99})
    void theTenantsMaximumReplacesBothLimits(int maximum) {
        for (String pin : new String[] {"4081", "40813"}) {
            LiveUser user = LiveUser.enabledWith(pin)
                    .where("maximumLogonAttempts", maximum)
                    .wrongPins(maximum - 1);
            assertEquals(Optional.empty(), user.newLock());
            assertTrue(user.wrongPins(1).newLock().isPresent());
        }
    }

    @Test
    void aNewWindowBeginsWithTheFirstFailureAfterThirtyMinutes() {
        LiveUser user = LiveUser.enabledWith("4081").wrongPins(9).pass(WINDOW).wrongPins(9);
        assertEquals(Optional.empty(), user.newLock());
        assertTrue(user.wrongPins(1).newLock().isPresent());
    }

    @Test
    void withinThirtyMinutesTheWindowIsTheSame() {
        LiveUser user = LiveUser.enabledWith("4081").wrongPins(9).pass(WINDOW.minusNanos(1));
        assertTrue(user.wrongPins(1).newLock().isPresent());
    }

    @Test
    void aSuccessResetsTheCountOfTheWindow() {
        LiveUser user = LiveUser.enabledWith("4081").wrongPins(9);
        assertTrue(user.isLetIn("4081"));
        assertEquals(Optional.empty(), user.wrongPins(9).newLock());
    }

    @Test
    void aSuccessResetsTheConsecutiveCount() {
        LiveUser user = spread(LiveUser.enabledWith(PIN), 99);
        assertTrue(user.pass(WINDOW).isLetIn(PIN));
        assertEquals(Optional.empty(), user.wrongPins(1).newLock());
    }

    @Test
    void aHundredInARowLockUntilAnAdministratorActs() {
        LiveUser user = spread(LiveUser.enabledWith(PIN), 99);
        assertEquals(Optional.empty(), user.newLock());
        user.wrongPins(1);
        assertEquals(Optional.of(new PinLocked(user.now(), null)), user.newLock());
        assertFalse(user.pass(Duration.ofDays(3650)).isLetIn(PIN));
        assertTrue(user.unlock().isLetIn(PIN));
    }

    @Test
    void theHundredthLocksForGoodAlsoWhereTheWindowIsFull() {
        LiveUser user = LiveUser.enabledWith(PIN);
        for (int lock = 1; lock <= 3; lock++) {
            user.wrongPins(25).pass(HOUR);
        }
        user.wrongPins(25);
        assertEquals(Optional.of(new PinLocked(user.now(), null)), user.newLock());
    }

    @Test
    void failuresWhileLockedAreNotCounted() {
        LiveUser user = LiveUser.enabledWith("4081").wrongPins(10).wrongPins(200);
        assertEquals(10, user.state().lockout().consecutive());
    }

    @Test
    void afterATemporaryLockTheWindowIsEmptyButTheConsecutiveFailuresStand() {
        LiveUser user = LiveUser.enabledWith("4081").wrongPins(10).pass(HOUR).wrongPins(9);
        assertEquals(Optional.empty(), user.newLock());
        assertEquals(19, user.state().lockout().consecutive());
    }

    @Test
    void aLockBeginsWithTheLastFailureAndNotWithTheWindow() {
        LiveUser user = LiveUser.enabledWith("4081").wrongPins(9).pass(MINUTE.multipliedBy(29));
        user.wrongPins(1).pass(HOUR.minusNanos(1));
        assertFalse(user.isLetIn("4081"));
        assertTrue(user.pass(Duration.ofNanos(1)).isLetIn("4081"));
    }

    /** Failures that never fill a window. */
    private static LiveUser spread(LiveUser user, int failures) {
        for (int i = 0; i < failures; i++) {
            user.pass(MINUTE.multipliedBy(2)).wrongPins(1);
        }
        return user;
    }
}

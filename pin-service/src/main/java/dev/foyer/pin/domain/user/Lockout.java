package dev.foyer.pin.domain.user;

import java.time.Duration;
import java.time.Instant;

/**
 * Wrong PINs of one user, counted in the one place that owns the user (rule B2). Immutable.
 *
 * @param inWindow failures since the window opened
 * @param windowOpened {@code null} when no window is open
 * @param consecutive failures since the last success or reset
 * @param lock {@code null} when not locked
 */
public record Lockout(int inWindow, Instant windowOpened, int consecutive, Lock lock) {

    static final Duration WINDOW = Duration.ofMinutes(30);
    static final Duration TEMPORARY = Duration.ofHours(1);
    /** NIST SP 800-63B: no more than 100 consecutive failures. */
    static final int CONSECUTIVE_LIMIT = 100;

    private static final int LIMIT_OF_SHORT_PINS = 10;
    private static final int LIMIT_OF_LONGER_PINS = 25;

    static final Lockout CLEAR = new Lockout(0, null, 0, null);

    /** Locked once, but its time is over; whether anybody noted it is another matter. */
    boolean isExpired(Instant now) {
        return lock != null && lock.isOver(now);
    }

    Lockout plusFailure(Instant at) {
        boolean opens = windowOpened == null || !at.isBefore(windowOpened.plus(WINDOW));
        return new Lockout(opens ? 1 : inWindow + 1, opens ? at : windowOpened, consecutive + 1, lock);
    }

    Lockout locked(Lock by) {
        return new Lockout(inWindow, windowOpened, consecutive, by);
    }

    /** The time is over: a new window, but the consecutive failures stand. */
    Lockout withoutExpiredLock() {
        return new Lockout(0, null, consecutive, null);
    }

    /** Failures in a window that lock for a time, when the tenant says nothing. */
    static int limitFor(int pinLength) {
        return pinLength <= 4 ? LIMIT_OF_SHORT_PINS : LIMIT_OF_LONGER_PINS;
    }
}

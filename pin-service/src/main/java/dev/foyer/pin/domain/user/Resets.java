package dev.foyer.pin.domain.user;

import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody got another PIN lately: by resets since they were enabled, and by being disabled, after which enabling
 * makes one. The first is that of one enabling,
 * so both together bound the PINs of an hour to the product of the limits. Immutable.
 *
 * @param inWindow resets since the window opened
 * @param windowOpened {@code null}: none is open
 * @param disablings the same of disabling
 */
public record Resets(int inWindow, Instant windowOpened, int disablings, Instant disablingsOpened) {

    static final Duration WINDOW = Duration.ofHours(1);

    static final Resets NONE = new Resets(0, null, 0, null);

    Resets plusOne(Instant at) {
        return isOpen(windowOpened, at)
                ? new Resets(inWindow + 1, windowOpened, disablings, disablingsOpened)
                : new Resets(1, at, disablings, disablingsOpened);
    }

    /** @param at {@code null}: of an event of before they told when, so long ago */
    Resets disabled(Instant at) {
        if (at == null) {
            return new Resets(0, null, disablings, disablingsOpened);
        }
        return isOpen(disablingsOpened, at)
                ? new Resets(0, null, disablings + 1, disablingsOpened)
                : new Resets(0, null, 1, at);
    }

    /** @return when the next one may be, or {@code null}: now */
    Instant refusedUntil(int limit, Instant now) {
        return isOpen(windowOpened, now) && inWindow >= limit ? windowOpened.plus(WINDOW) : null;
    }

    /** @return when the user may be enabled again, or {@code null}: now */
    Instant enablingRefusedUntil(int limit, Instant now) {
        return isOpen(disablingsOpened, now) && disablings >= limit ? disablingsOpened.plus(WINDOW) : null;
    }

    private static boolean isOpen(Instant opened, Instant now) {
        return opened != null && now.isBefore(opened.plus(WINDOW));
    }
}

package dev.foyer.pin.domain.user;

import java.time.Duration;
import java.time.Instant;

/**
 * How often the PIN was reset lately, or ended by disabling. Immutable.
 *
 * @param inWindow resets and disablings since the window opened
 * @param windowOpened {@code null}: none is open
 */
public record Resets(int inWindow, Instant windowOpened) {

    static final Duration WINDOW = Duration.ofHours(1);

    static final Resets NONE = new Resets(0, null);

    /** @param at {@code null}: of an event of before they told when, so long ago */
    Resets plusOne(Instant at) {
        if (at == null) {
            return this;
        }
        return isOpen(at) ? new Resets(inWindow + 1, windowOpened) : new Resets(1, at);
    }

    /** @return when the next one may be, or {@code null}: now */
    Instant refusedUntil(int limit, Instant now) {
        return isOpen(now) && inWindow >= limit ? windowOpened.plus(WINDOW) : null;
    }

    private boolean isOpen(Instant now) {
        return windowOpened != null && now.isBefore(windowOpened.plus(WINDOW));
    }
}

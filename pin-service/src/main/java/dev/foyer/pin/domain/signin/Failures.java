package dev.foyer.pin.domain.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * Failed sign-ins of one kind. Immutable.
 *
 * @param count since they were last forgotten
 * @param last {@code null} when there was none
 * @param until nothing is compared before this; {@code null}: no wait
 */
public record Failures(int count, Instant last, Instant until) {

    static final Failures NONE = new Failures(0, null, null);

    /** After so long without a failure the next one is the first again. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    /** When the next one would be the first again after this last one; all waits are over before that. */
    static Instant forgottenAt(Instant last) {
        return last.plus(FORGOTTEN);
    }

    boolean isWaiting(Instant now) {
        return until != null && now.isBefore(until);
    }

    Failures plusOne(Growth growth, Instant now) {
        boolean forgotten = last == null || !now.isBefore(forgottenAt(last));
        int next = forgotten ? 1 : count + 1;
        return new Failures(next, now, growth.waitAfter(next, now));
    }
}

package dev.foyer.meeting.webhook;

import java.time.Duration;

/**
 * What became of one attempt.
 *
 * @param answered the status; {@code null}: no answer came
 * @param reason in our own words, never the receiver's; {@code null}: it arrived
 * @param retryAfter what the receiver asks for; {@code null}: nothing
 */
record Attempt(Integer answered, String reason, Duration retryAfter) {

    private static final int GONE = 410;
    private static final int SUCCESSES = 2;
    private static final int REDIRECTS = 3;
    private static final int HUNDRED = 100;

    static Attempt answered(int status, Duration retryAfter) {
        return switch (status / HUNDRED) {
            case SUCCESSES -> new Attempt(status, null, null);
            case REDIRECTS -> new Attempt(status, "answered " + status + "; redirects are not followed", retryAfter);
            default -> new Attempt(status, "answered " + status, retryAfter);
        };
    }

    static Attempt failed(String reason) {
        return new Attempt(null, reason, null);
    }

    boolean arrived() {
        return reason == null;
    }

    /** It wants no more, ever. */
    boolean isGone() {
        return answered != null && answered == GONE;
    }
}

package dev.foyer.gateway.clients;

import java.time.Duration;

/** What a service answered when it was no success. No stack, no body: it is an answer, and a body may say anything. */
final class ServiceRefusal extends RuntimeException {

    private final int status;
    private final transient Body body;
    private final String retryAfter;
    private final Duration clockDifference;

    /** The fields of a problem document (RFC 9457); what the service did not say is {@code null}. */
    record Body(String type, String title, String detail) {

        static final Body NONE = new Body(null, null, null);
    }

    /**
     * @param retryAfter seconds, or {@code null}
     * @param clockDifference between our clock and the service's, as far as it says what time it has
     */
    ServiceRefusal(int status, Body body, String retryAfter, Duration clockDifference) {
        super("The service answered " + status, null, false, false);
        this.clockDifference = clockDifference;
        this.status = status;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    /** Seconds, or {@code null}. */
    String retryAfter() {
        return retryAfter;
    }

    /** Never negative; nothing when the service does not say. */
    Duration clockDifference() {
        return clockDifference;
    }

    int status() {
        return status;
    }

    Body body() {
        return body;
    }
}

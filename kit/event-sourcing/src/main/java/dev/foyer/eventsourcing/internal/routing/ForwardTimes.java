package dev.foyer.eventsourcing.internal.routing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What bodies of requests to other owners took, as {@code foyer.forward} by outcome. Thread-safe. */
final class ForwardTimes {

    private final Timer answered;
    private final Timer unanswered;

    ForwardTimes(MeterRegistry metrics) {
        this.answered = timer(metrics, "answered");
        this.unanswered = timer(metrics, "unanswered");
    }

    private static Timer timer(MeterRegistry metrics, String outcome) {
        return Timer.builder("foyer.forward")
                .description("Bodies of requests that were forwarded to the instance that owns their partition")
                .tag("outcome", outcome)
                .register(metrics);
    }

    void record(boolean wasAnswered, long nanos) {
        (wasAnswered ? answered : unanswered).record(nanos, TimeUnit.NANOSECONDS);
    }
}

package dev.foyer.meeting.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What became of attempts. */
final class WebhookCounters {

    private final MeterRegistry metrics;

    WebhookCounters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void attempt(Attempt attempt, Duration took) {
        Timer.builder("foyer.webhook.attempts")
                .description("Attempts to deliver an event to a webhook")
                .tag("outcome", outcome(attempt))
                .register(metrics)
                .record(took);
    }

    void givenUp() {
        metrics.counter("foyer.webhook.given.up").increment();
    }

    private static String outcome(Attempt attempt) {
        if (attempt.arrived()) {
            return "arrived";
        }
        return attempt.answered() == null ? "no-answer" : "refused";
    }
}

package dev.foyer.meeting.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of attempts. Neither tenants nor addresses are labels: others choose them. Thread-safe. */
final class WebhookCounters {

    private static final List<String> OUTCOMES = List.of("arrived", "refused", "no-answer");

    private final Map<String, Timer> attempts;
    private final Counter givenUp;

    WebhookCounters(MeterRegistry metrics) {
        attempts = OUTCOMES.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        outcome -> Timer.builder("foyer.webhook.attempt")
                                .description("Attempts to deliver an event to a webhook")
                                .tag("outcome", outcome)
                                .register(metrics)));
        givenUp = Counter.builder("foyer.webhook.given.up")
                .description("Deliveries that will not be tried again, because their webhook or their event is gone")
                .register(metrics);
    }

    void attempt(Attempt attempt, Duration took) {
        attempts.get(outcome(attempt)).record(took);
    }

    void givenUp() {
        givenUp.increment();
    }

    private static String outcome(Attempt attempt) {
        if (attempt.arrived()) {
            return "arrived";
        }
        return attempt.answered() == null ? "no-answer" : "refused";
    }
}

package dev.foyer.notification.mail;

import dev.foyer.notification.domain.Reasons;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * {@code foyer_mail_attempts_total} by outcome and reason: how attempts ended; {@code foyer_mail_smtp_seconds}: how long servers took; {@code
 * foyer_seals_misplaced_total}: sealed PINs that were made for another mail, which is somebody's attack. Labels are words of {@link
 * Reasons}, and never a server's. Thread-safe.
 */
final class MailCounters {

    /** Of the histogram: from a server next door to one that delivers while we wait. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10)
    };

    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final Counter misplaced;

    MailCounters(MeterRegistry registry) {
        this.registry = registry;
        this.misplaced = Counter.builder("foyer.seals.misplaced")
                .description("Sealed PINs that were made for another mail or user, and copied")
                .register(registry);
        attempts("sent", NONE);
    }

    void sealForAnother() {
        misplaced.increment();
    }

    void count(Attempt attempt) {
        switch (attempt) {
            case Attempt.Accepted _ -> count("sent", "");
            case Attempt.Deferred(String problem, boolean _) -> count("retried", problem);
            case Attempt.Failed(String reason, boolean _) -> count("failed", reason);
        }
    }

    private void count(String outcome, String reason) {
        attempts(outcome, reason.isEmpty() ? NONE : Reasons.wordOf(reason)).increment();
    }

    private Counter attempts(String outcome, String word) {
        return Counter.builder("foyer.mail.attempts")
                .description("Attempts to send a mail, by how they ended")
                .tags("outcome", outcome, "reason", word)
                .register(registry);
    }

    /** How long a server took for one mail, from the connection to its answer, whatever it was. */
    <T> T timed(Supplier<T> conversation) {
        return Timer.builder("foyer.mail.smtp")
                .description("How long servers took for a mail, whatever came of it")
                .serviceLevelObjectives(BOUNDS)
                .register(registry)
                .record(conversation);
    }
}

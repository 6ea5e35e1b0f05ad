package dev.foyer.notification.mail;

import dev.foyer.notification.domain.Reasons;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * {@code foyer_mails_total} by outcome and reason: how attempts ended; {@code foyer_mail_smtp_seconds}: how long servers took; {@code
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

    private final MeterRegistry registry;

    MailCounters(MeterRegistry registry) {
        this.registry = registry;
    }

    void sealForAnother() {
        registry.counter("foyer.seals.misplaced").increment();
    }

    void count(Attempt attempt) {
        switch (attempt) {
            case Attempt.Accepted _ -> count("sent", "");
            case Attempt.Deferred(String problem, boolean _) -> count("retried", problem);
            case Attempt.Failed(String reason, boolean _) -> count("failed", reason);
        }
    }

    private void count(String outcome, String reason) {
        String word = reason.isEmpty() ? "none" : Reasons.wordOf(reason);
        registry.counter("foyer.mails", "outcome", outcome, "reason", word).increment();
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

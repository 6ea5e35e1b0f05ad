package dev.foyer.notification.mail;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * {@code foyer_mails_total} by outcome: how attempts ended; {@code foyer_seals_misplaced_total}: sealed PINs that were made
 * for another mail, which is somebody's attack. Thread-safe.
 */
final class MailCounters {

    private final MeterRegistry registry;

    MailCounters(MeterRegistry registry) {
        this.registry = registry;
    }

    void sealForAnother() {
        registry.counter("foyer.seals.misplaced").increment();
    }

    void count(Attempt attempt) {
        String outcome = switch (attempt) {
            case Attempt.Accepted _ -> "sent";
            case Attempt.Deferred _ -> "retried";
            case Attempt.Failed _ -> "failed";
        };
        registry.counter("foyer.mails", "outcome", outcome).increment();
    }
}

package dev.foyer.notification.mail;

import io.micrometer.core.instrument.MeterRegistry;

/** {@code foyer_mails_total} by outcome: how attempts ended. Thread-safe. */
final class MailCounters {

    private final MeterRegistry registry;

    MailCounters(MeterRegistry registry) {
        this.registry = registry;
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

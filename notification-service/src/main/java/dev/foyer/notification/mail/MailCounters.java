package dev.foyer.notification.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/**
 * {@code foyer_mails_total} by outcome and reason: how attempts ended; {@code foyer_mail_smtp_seconds}: how long servers took; {@code foyer_seals_misplaced_total}: sealed PINs that were made
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
        switch (attempt) {
            case Attempt.Accepted _ -> count("sent", "");
            case Attempt.Deferred(String problem, boolean _) -> count("retried", problem);
            case Attempt.Failed(String reason, boolean _) -> count("failed", reason);
        }
    }

    /** @param reason of which only the stable word counts: what follows is the server's */
    private void count(String outcome, String reason) {
        String word = reason.isEmpty() ? "none" : reason.split("[: ]", 2)[0];
        registry.counter("foyer.mails", "outcome", outcome, "reason", word).increment();
    }

    /** How long a server took for one mail, from the connection to its answer, whatever it was. */
    <T> T timed(Supplier<T> conversation) {
        return registry.timer("foyer.mail.smtp").record(conversation);
    }
}

package dev.foyer.gateway.scans;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foyer.gateway.clients.PinServiceClient.MissCounted;
import dev.foyer.service.CountedWords;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * What operators see of guessing callers: the counter {@code foyer.call.guesses} by what was guessed and what came of it,
 * and a line for each wait that begins, which says how many guesses were refused since the line before. Waits grow, so
 * lines get rare. Thread-safe.
 */
@ApplicationScoped
class ScanReport {

    private static final Logger LOG = Logger.getLogger(ScanReport.class);

    @Inject
    MeterRegistry metrics;

    private CountedWords atPins;
    private CountedWords atConferenceIds;
    private final AtomicLong refused = new AtomicLong();
    private final Cache<String, Instant> told = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(10_000)
            .build();

    @PostConstruct
    void register() {
        atPins = counted("pin");
        atConferenceIds = counted("conference-id");
    }

    /** Its series are there from the start. */
    void start(@Observes StartupEvent event) {}

    private CountedWords counted(String at) {
        return CountedWords.of(
                metrics,
                "foyer.call.guesses",
                "Wrong PINs and unknown conference IDs of callers, by what became of them",
                "outcome",
                List.of("missed", "refused", "late"),
                Tags.of("at", at));
    }

    void missed(Guess guess) {
        count(guess, "missed");
    }

    void refused(Guess guess) {
        count(guess, "refused");
        refused.incrementAndGet();
    }

    /** Told so only when the wait of its source was over. */
    void late(Guess guess) {
        count(guess, "late");
    }

    void counted(Guess guess, MissCounted counted) {
        Instant until = guess.isAtPin() ? counted.pinsRefusedUntil() : counted.idsRefusedUntil();
        if (until != null
                && until.isAfter(Instant.now())
                && !until.equals(told.asMap().put(guess.key(), until))) {
            LOG.warnf(
                    "Guessing at %s: %s of %s is refused until %s; %d guesses were refused since the last wait",
                    guess.isAtPin() ? "organizers' PINs" : "conference IDs",
                    guess.source().id(),
                    guess.source().tenant(),
                    until,
                    refused.getAndSet(0));
        }
    }

    private void count(Guess guess, String outcome) {
        (guess.isAtPin() ? atPins : atConferenceIds).count(outcome);
    }
}

package dev.foyer.gateway.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foyer.gateway.signin.ClientAddress;
import dev.foyer.service.CountedWords;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Who asks for links that show nothing pays for it, as with all guesses: some in an hour are free, because people keep old mails and
 * share an address with others, then each costs a wait that doubles, in which nothing from that source is looked up. A token has 256
 * random bits, so no count of ours makes guessing harder; this keeps it from costing us, and shows it ({@code foyer.link.guesses}).
 * Each gateway counts by itself. Thread-safe.
 */
@ApplicationScoped
class LinkGuesses {

    private static final Logger LOG = Logger.getLogger(LinkGuesses.class);

    /** In an hour, from one source. */
    static final int FREE = 20;

    private static final Duration COUNTED = Duration.ofHours(1);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int SOURCES = 10_000;
    private static final int MOST_DOUBLINGS = 20;

    private final CountedWords guesses;
    private final InstantSource clock;
    private final Cache<String, Misses> bySource =
            Caffeine.newBuilder().expireAfterWrite(COUNTED).maximumSize(SOURCES).build();

    @Inject
    LinkGuesses(MeterRegistry metrics) {
        this(metrics, InstantSource.system());
    }

    /** Its series are there from the start. */
    void start(@Observes StartupEvent event) {}

    LinkGuesses(MeterRegistry metrics, InstantSource clock) {
        this.guesses = CountedWords.of(
                metrics,
                "foyer.link.guesses",
                "Requests for view-once links that show nothing, by what became of them",
                "outcome",
                List.of("missed", "refused"));
        this.clock = clock;
    }

    /** @param until no link is looked up from there until then */
    private record Misses(int many, Instant until) {

        Misses plusOne(Instant now) {
            int beyond = many + 1 - FREE;
            if (beyond <= 0) {
                return new Misses(many + 1, now);
            }
            Duration wait = FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, beyond - 1));
            return new Misses(many + 1, now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
        }
    }

    static String sourceOf(HttpServerRequest request) {
        return ClientAddress.of(request);
    }

    /** How long this source has to wait before a link is looked up; empty: it need not. */
    Optional<Duration> waitOf(String source) {
        Misses misses = bySource.getIfPresent(source);
        Instant now = clock.instant();
        if (misses == null || !now.isBefore(misses.until())) {
            return Optional.empty();
        }
        count("refused");
        return Optional.of(Duration.between(now, misses.until()));
    }

    /** It asked for a link that shows nothing. */
    void missed(String source) {
        count("missed");
        Instant now = clock.instant();
        Misses misses = bySource.asMap()
                .compute(source, (same, before) -> (before == null ? new Misses(0, now) : before).plusOne(now));
        if (misses.many() == FREE + 1) {
            LOG.warnf(
                    "Guessing at view-once links: %s has asked for %d that show nothing, and waits", source, FREE + 1);
        }
    }

    private void count(String outcome) {
        guesses.count(outcome);
    }
}

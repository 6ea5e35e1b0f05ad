package dev.foyer.gateway.signin;

import dev.foyer.gateway.accounts.Accounts;
import dev.foyer.service.CountedWords;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * What operators see of sign-ins: the counter {@code foyer.sign.ins} by outcome and channel, and a line for each wait that
 * begins, which says how many attempts were turned away since the line before. Waits grow, so lines get rare. Thread-safe.
 */
@ApplicationScoped
class SignInReport {

    private static final Logger LOG = Logger.getLogger(SignInReport.class);

    @Inject
    MeterRegistry metrics;

    private final Map<Attempt.Channel, CountedWords> signIns = new EnumMap<>(Attempt.Channel.class);
    private final AtomicLong turnedAway = new AtomicLong();

    @PostConstruct
    void register() {
        for (Attempt.Channel channel : Attempt.Channel.values()) {
            signIns.put(
                    channel,
                    CountedWords.of(
                            metrics,
                            "foyer.sign.ins",
                            "Sign-ins with name and password, by what became of them",
                            "outcome",
                            List.of("succeeded", "failed", "delayed"),
                            Tags.of("channel", channel.tag())));
        }
    }

    /** Its series are there from the start. */
    void start(@Observes StartupEvent event) {}

    void succeeded(Attempt attempt) {
        count(attempt, "succeeded");
    }

    void failed(Attempt attempt) {
        count(attempt, "failed");
    }

    void delayed(Attempt attempt) {
        count(attempt, "delayed");
        turnedAway.incrementAndGet();
    }

    /** Not the name where there is no account of that name: it may be a password. */
    void waitBegins(Attempt attempt, Optional<Accounts.Known> account, Instant until) {
        LOG.warnf(
                "Guessing at passwords: %s has to wait at %s until %s; %d attempts were turned away since the last wait",
                account.map(known -> "account " + known.account().name()).orElse("an unknown name"),
                attempt.address(),
                until,
                turnedAway.getAndSet(0));
    }

    private void count(Attempt attempt, String outcome) {
        signIns.get(attempt.channel()).count(outcome);
    }
}

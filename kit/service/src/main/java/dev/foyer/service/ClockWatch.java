package dev.foyer.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether the system's clock was set back while this process runs. Kafka's clients wait by that clock: for as long as it was
 * set back they send no heartbeats, so nothing is read or decided. A new start ends that; so the process is not alive then. Seen
 * at the looks that are taken anyway. Thread-safe.
 */
@ApplicationScoped
public class ClockWatch {

    /** Less than what a session forgives, and more than what is done to a clock that is kept right. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private final InstantSource clock;
    private Instant latest = Instant.MIN;

    public ClockWatch() {
        this(InstantSource.system());
    }

    ClockWatch(InstantSource clock) {
        this.clock = clock;
    }

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck goesOn() {
        return this::look;
    }

    synchronized HealthCheckResponse look() {
        Instant now = clock.instant();
        latest = now.isAfter(latest) ? now : latest;
        boolean setBack = now.plus(TOLERATED).isBefore(latest);
        var response = HealthCheckResponse.named("clock goes on").status(!setBack);
        if (setBack) {
            response.withData(
                            "wrong", "the clock was set back, and Kafka's clients wait by it: start this process again")
                    .withData("bySeconds", Duration.between(now, latest).toSeconds());
        }
        return response.build();
    }
}

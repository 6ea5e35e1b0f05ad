package dev.foyer.gateway.clients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Which services have another time than we, seen within the last minute: they believe nothing that we sign. Always up: whose
 * clock is wrong cannot be known here, and what needs no service goes on. Thread-safe.
 */
@ApplicationScoped
public class ClockReport {

    private static final Duration NEWS = Duration.ofMinutes(1);

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Duration difference, long nanos) {}

    void differs(String service, Duration difference) {
        seen.put(service, new Seen(difference, System.nanoTime()));
    }

    /** By a producer: as a qualifier of the class, readiness would be the only way to ask for it. */
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck report() {
        return this::health;
    }

    HealthCheckResponse health() {
        seen.values().removeIf(one -> System.nanoTime() - one.nanos() > NEWS.toNanos());
        var response = HealthCheckResponse.named("clocks")
                .up()
                .withData("degraded", !seen.isEmpty())
                .withData("here", Instant.now().toString());
        seen.forEach(
                (service, one) -> response.withData(service, one.difference().toSeconds() + " s apart"));
        return response.build();
    }
}

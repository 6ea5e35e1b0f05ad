package dev.foyer.service.filter;

import dev.foyer.base.Problem;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Stops without cutting anybody off: readiness is down at once, new requests are turned away, the port is closed, what is
 * under way is answered, and each connection ends with its answer. Runs before anything else is stopped, on the thread that
 * stops. Quarkus' own graceful shutdown stays off: it lets new requests in until it closes their connections, and closes
 * one after a refusal before the rest of the body has come, which takes the refusal away from its client.
 */
@ApplicationScoped
public class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Problem STOPPING = Problem.unavailable(
            "stopping", "This instance is stopping and takes no new requests. Try again in a moment.", 1);

    /** So long nobody may come before the port is closed, unless somebody always comes. */
    private static final Duration LULL = Duration.ofMillis(50);

    private static final Duration MOST_HELD = Duration.ofSeconds(1);
    /** A request on a kept connection may be on its way yet. */
    private static final Duration SETTLED = Duration.ofMillis(100);
    /** A handshake that began before the port was closed takes so long at most, on a busy machine. */
    private static final Duration HANDSHAKE = Duration.ofSeconds(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    @Inject
    StopConfig config;

    @Inject
    ConnectionGuard connections;

    @Inject
    @ConfigProperty(name = "quarkus.shutdown.timeout")
    Optional<Duration> quarkusTimeout;

    private final HeldRequests held = new HeldRequests();

    void check(@Observes StartupEvent event) {
        if (config.stopNotice().isNegative() || config.stopTimeout().isNegative()) {
            throw new ConfigurationException("foyer.stop-notice and foyer.stop-timeout must not be negative.");
        }
        if (quarkusTimeout.isPresent()) {
            throw new ConfigurationException(
                    "quarkus.shutdown.timeout is set, but cuts clients off; say foyer.stop-timeout instead.");
        }
    }

    /** After the headers that every answer has, before anything is read of the request. */
    void register(@Observes Filters filters) {
        filters.register(this::decide, Order.HEADERS - 2);
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck takesRequests() {
        return () -> HealthCheckResponse.named("takes requests")
                .status(!connections.traffic().isEnding())
                .build();
    }

    private void decide(RoutingContext request) {
        if (!connections.traffic().isEnding()) {
            request.next();
        } else if (!held.hold(request)) {
            Refusal.answer(request, STOPPING);
        }
    }

    /** Returns when nothing is under way any more, or the time is over. */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        Traffic traffic = connections.traffic();
        traffic.end();
        LOG.infof("Stopping: new requests are turned away, %d are under way.", traffic.underWay());
        try {
            Thread.sleep(config.stopNotice());
            closePorts(traffic);
            if (!until(config.stopTimeout(), () -> isQuiet(traffic)) && traffic.underWay() > 0) {
                LOG.warnf("%d requests were not answered in time; they are cut off.", traffic.underWay());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closePorts(Traffic traffic) throws InterruptedException {
        held.begin();
        try {
            until(MOST_HELD, () -> traffic.nanosSinceArrival() > LULL.toNanos());
            connections.closePorts();
        } finally {
            held.release(STOPPING);
        }
    }

    private static boolean isQuiet(Traffic traffic) {
        Duration silence = traffic.silent() > 0 ? HANDSHAKE : SETTLED;
        return traffic.underWay() <= 0 && traffic.nanosSinceArrival() > silence.toNanos();
    }

    private static boolean until(Duration atMost, BooleanSupplier done) throws InterruptedException {
        long start = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - start > atMost.toNanos()) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }
}

package dev.foyer.service.eventsourced;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means caught up and able to decide now, which takes the broker; alive means that the writers and readers live. Whether the channels are connected and alive, the
 * connector adds itself.
 */
@ApplicationScoped
public class Probes {

    @Inject
    ServiceRunner runner;

    @Inject
    Channels channels;

    @Inject
    Instance<EventSourcedService> service;

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck partitions() {
        return () -> {
            var response = HealthCheckResponse.named("partitions").status(!service.isResolvable() || runner.ready());
            runner.partitions().forEach((partition, phase) -> response.withData(Integer.toString(partition), phase));
            return response.build();
        };
    }

    /** Down says what is missing, and since when: the broker, whatever else is down for want of it. */
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck broker() {
        return () -> {
            var response = HealthCheckResponse.named("broker").status(runner.brokerConfirms());
            if (!runner.brokerConfirms()) {
                response.withData("missing", "the Kafka broker confirms nothing to this instance")
                        .withData("silentForSeconds", runner.brokerSilence().toSeconds());
            }
            return response.build();
        };
    }

    /** Down when our own clock keeps us from deciding anything. */
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck clock() {
        return () -> {
            boolean ahead = runner.clockIsAhead();
            var response = HealthCheckResponse.named("clock").status(!ahead);
            if (ahead) {
                response.withData("wrong", "this instance's clock is far ahead of the Kafka broker's");
            }
            return response.build();
        };
    }

    /** How old the oldest record is that a channel has not handled, in milliseconds; that alone makes nobody unready. */
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck readers() {
        return () -> {
            var response = HealthCheckResponse.named("readers")
                    .status(!service.isResolvable()
                            || runner.tablesAreRead() && runner.stoppedTables().isEmpty());
            runner.stoppedTables().forEach(topic -> response.withData(topic, "stopped"));
            channels.oldestAges().forEach((channel, age) -> response.withData(channel, age.toMillis()));
            return response.build();
        };
    }

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck threads() {
        return () -> HealthCheckResponse.named("threads").status(runner.alive()).build();
    }
}

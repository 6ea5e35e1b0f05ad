package dev.foyer.gateway.setup;

import dev.foyer.gateway.index.ReadModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the index shows all that was there when the gateway started, and follows. Alive: it goes on reading. */
@ApplicationScoped
public class IndexProbes {

    /** Some times what the broker takes to answer a fetch that finds nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Inject
    ReadModel index;

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck caughtUp() {
        return () ->
                HealthCheckResponse.named("index").status(index.isCaughtUp()).build();
    }

    /** Down says what is missing, and since when. What is shown meanwhile is as old as that. */
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck broker() {
        return () -> {
            Duration silence = index.brokerSilence();
            boolean answers = silence.compareTo(PATIENCE) < 0;
            var response = HealthCheckResponse.named("broker").status(answers);
            if (!answers) {
                response.withData("missing", "the Kafka broker does not answer the gateway")
                        .withData("silentForSeconds", silence.toSeconds());
            }
            return response.build();
        };
    }

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck reading() {
        return () ->
                HealthCheckResponse.named("index-feed").status(index.isAlive()).build();
    }
}

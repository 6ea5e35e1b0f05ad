package dev.foyer.gateway.setup;

import dev.foyer.gateway.index.ReadModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the index shows all that was there when the gateway started. Alive: it goes on reading. */
@ApplicationScoped
public class IndexProbes {

    @Inject
    ReadModel index;

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck caughtUp() {
        return () ->
                HealthCheckResponse.named("index").status(index.isCaughtUp()).build();
    }

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck reading() {
        return () ->
                HealthCheckResponse.named("index-feed").status(index.isAlive()).build();
    }
}

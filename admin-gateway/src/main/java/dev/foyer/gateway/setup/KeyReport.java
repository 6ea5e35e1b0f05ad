package dev.foyer.gateway.setup;

import dev.foyer.gateway.clients.SpokenPinSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Which of pin-service's keys is in force here, by name, and what is wrong with another one. Always up. */
@Readiness
@ApplicationScoped
class KeyReport implements HealthCheck {

    @Inject
    SpokenPinSeal seal;

    @Override
    public HealthCheckResponse call() {
        var report = HealthCheckResponse.named("keys")
                .up()
                .withData("pinVerificationKeys", String.join(", ", seal.ids()))
                .withData("pinVerificationKeyThumbprint", seal.thumbprint())
                .withData("degraded", seal.problem().isPresent());
        seal.problem().ifPresent(problem -> report.withData("pinVerificationKeysProblem", problem));
        return report.build();
    }
}

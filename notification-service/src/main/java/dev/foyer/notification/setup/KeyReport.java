package dev.foyer.notification.setup;

import dev.foyer.notification.mail.DeliveryKeys;
import dev.foyer.notification.mail.KeyPublication;
import dev.foyer.service.keys.EcKeySet;
import dev.foyer.service.keys.WatchedFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Which keys are in force, by name, and what is wrong with others; {@code degraded} says at once whether anything is.
 * Always up: with the old keys everything works.
 */
@Readiness
@ApplicationScoped
class KeyReport implements HealthCheck {

    @Inject
    WatchedFile<DeliveryKeys> keys;

    @Inject
    SignatureKeys signatures;

    @Inject
    KeyPublication publication;

    @Override
    public HealthCheckResponse call() {
        DeliveryKeys now = keys.get();
        HealthCheckResponseBuilder report = HealthCheckResponse.named("keys")
                .up()
                .withData("deliveryKeys", String.join(", ", now.ids()))
                .withData("deliveryKeyThumbprint", now.thumbprint())
                .withData("published", publication.isSettled());
        boolean degraded = problem(report, "deliveryKeysProblem", keys.problem())
                | file(report, "signingKeys", signatures.ours())
                | file(report, "pinSigners", signatures.pinService());
        return report.withData("degraded", degraded).build();
    }

    private static boolean file(HealthCheckResponseBuilder report, String name, WatchedFile<EcKeySet> keys) {
        report.withData(name, String.join(", ", keys.get().ids()));
        report.withData(name + "Thumbprint", keys.get().thumbprint());
        return problem(report, name + "Problem", keys.problem());
    }

    private static boolean problem(HealthCheckResponseBuilder report, String name, Optional<String> problem) {
        problem.ifPresent(sentence -> report.withData(name, sentence));
        return problem.isPresent();
    }
}

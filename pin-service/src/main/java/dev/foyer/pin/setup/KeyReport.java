package dev.foyer.pin.setup;

import dev.foyer.pin.crypto.DeliverySeal;
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
 * Always up: with the old keys everything still works, and without a delivery key everything but making a PIN.
 */
@Readiness
@ApplicationScoped
class KeyReport implements HealthCheck {

    @Inject
    PinKeys keys;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder report = HealthCheckResponse.named("keys").up();
        report.withData("pepper", String.join(", ", keys.pepper().get().ids()));
        Optional<DeliverySeal> delivery = keys.delivery().current();
        report.withData("deliveryKey", delivery.map(DeliverySeal::keyId).orElse("none yet"));
        delivery.ifPresent(seal -> report.withData("deliveryKeyThumbprint", seal.thumbprint()));
        boolean degraded = problem(report, "pepperProblem", keys.pepper().problem())
                | problem(report, "deliveryKeyProblem", keys.delivery().problem())
                | file(report, "signingKeys", keys.signing())
                | file(report, "verificationKeys", keys.verification())
                | file(report, "notificationSigners", keys.notificationSigners());
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

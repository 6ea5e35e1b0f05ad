package dev.foyer.pin.setup;

import dev.foyer.pin.crypto.DeliverySeal;
import dev.foyer.pin.crypto.PepperSource;
import dev.foyer.pin.inbound.DeliveryKeysTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Which keys are in force, by name, and what is wrong with others. Always up: with the old keys everything still works,
 * and without a delivery key everything but making a PIN.
 */
@Readiness
@ApplicationScoped
class KeyReport implements HealthCheck {

    @Inject
    PepperSource pepper;

    @Inject
    DeliveryKeysTable deliveryKeys;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder report = HealthCheckResponse.named("keys")
                .up()
                .withData("pepper", String.join(", ", pepper.get().ids()))
                .withData(
                        "deliveryKey",
                        deliveryKeys.current().map(DeliverySeal::keyId).orElse("none yet"));
        deliveryKeys.current().ifPresent(seal -> report.withData("deliveryKeyThumbprint", seal.thumbprint()));
        pepper.problem().ifPresent(problem -> report.withData("pepperProblem", problem));
        deliveryKeys.problem().ifPresent(problem -> report.withData("deliveryKeyProblem", problem));
        return report.build();
    }
}

package dev.foyer.notification.setup;

import dev.foyer.notification.mail.DeliveryKeys;
import dev.foyer.notification.mail.KeyPublication;
import dev.foyer.service.keys.WatchedFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Which keys are in force, by name, and what is wrong with others. Always up: with the old keys everything works. */
@Readiness
@ApplicationScoped
class KeyReport implements HealthCheck {

    @Inject
    WatchedFile<DeliveryKeys> keys;

    @Inject
    KeyPublication publication;

    @Override
    public HealthCheckResponse call() {
        DeliveryKeys now = keys.get();
        var report = HealthCheckResponse.named("keys")
                .up()
                .withData("deliveryKeys", String.join(", ", now.ids()))
                .withData("deliveryKeyThumbprint", now.thumbprint())
                .withData("published", publication.isSettled());
        keys.problem().ifPresent(problem -> report.withData("deliveryKeysProblem", problem));
        return report.build();
    }
}

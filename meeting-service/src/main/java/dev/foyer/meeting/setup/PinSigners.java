package dev.foyer.meeting.setup;

import dev.foyer.meeting.inbound.SignedVerifications;
import dev.foyer.service.ServiceConfig;
import dev.foyer.service.keys.EcKeyFiles;
import dev.foyer.service.keys.EcKeySet;
import dev.foyer.service.keys.KeyFileWatch;
import dev.foyer.service.keys.TrustedSigners;
import dev.foyer.service.keys.WatchedFile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The public keys of pin-service, from the file that the configuration names. The check is always up: with the last good
 * keys all works.
 */
@Readiness
@ApplicationScoped
class PinSigners implements HealthCheck {

    private static final int BEFORE_ALL_ELSE = 1;

    @Inject
    WatchedFile<EcKeySet> keys;

    @Produces
    @Singleton
    static WatchedFile<EcKeySet> keys(SignersConfig config) {
        return EcKeyFiles.publicHalves(config.pinSignersFile(), "foyer.pin-signers-file");
    }

    @Produces
    @Singleton
    static SignedVerifications verifications(WatchedFile<EcKeySet> keys) {
        return new SignedVerifications(new TrustedSigners(keys));
    }

    /** Bad keys stop the start before anything else is tried; later ones are only refused. */
    void start(@Observes @Priority(BEFORE_ALL_ELSE) StartupEvent event, KeyFileWatch watch, ServiceConfig config) {
        watch.report("pin-signers", keys::problem);
        watch.every(config.keyFileInterval(), keys::look);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder report = HealthCheckResponse.named("keys")
                .up()
                .withData("pinSigners", String.join(", ", keys.get().ids()))
                .withData("pinSignersThumbprint", keys.get().thumbprint())
                .withData("degraded", keys.problem().isPresent());
        keys.problem().ifPresent(sentence -> report.withData("pinSignersProblem", sentence));
        return report.build();
    }
}

package dev.foyer.gateway.clients;

import dev.foyer.service.ServiceConfig;
import dev.foyer.service.calls.CallSigner;
import dev.foyer.service.calls.SigningKey;
import dev.foyer.service.keys.KeyFileWatch;
import dev.foyer.service.keys.WatchedFile;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The key by which services know that we ask, from the file that the configuration names. */
@ApplicationScoped
class Signing {

    private static final int BEFORE_ALL_ELSE = 1;

    @Produces
    @Singleton
    static WatchedFile<SigningKey> key(ClientsConfig config) {
        String title = "The key file " + config.signingKeysFile() + " (foyer.signing-keys-file)";
        try {
            return new WatchedFile<>(
                    config.signingKeysFile(), title, (content, before) -> SigningKey.read(content, title));
        } catch (IllegalStateException e) {
            throw new ConfigurationException(e.getMessage()); // Quarkus ends the start with the sentence alone
        }
    }

    @Produces
    @Singleton
    static CallSigner signer(WatchedFile<SigningKey> key, ServiceConfig common, ClientsConfig config) {
        try {
            return new CallSigner(key, common.service(), config.tokenLife(), InstantSource.system());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage() + " See foyer.token-life.");
        }
    }

    /** A bad key stops the start before anything else is tried; later ones are only refused. */
    void start(
            @Observes @Priority(BEFORE_ALL_ELSE) StartupEvent event,
            WatchedFile<SigningKey> key,
            CallSigner signer,
            KeyFileWatch watch,
            ServiceConfig config) {
        watch.report("signing", key::problem);
        watch.age("signing", () -> key.get().madeAt());
        watch.every(config.keyFileInterval(), key::look);
    }
}

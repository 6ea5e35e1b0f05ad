package dev.foyer.notification.setup;

import dev.foyer.notification.mail.DeliveryKeys;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Our private keys, from the file that the configuration names. */
@ApplicationScoped
class Keys {

    @Produces
    @Singleton
    DeliveryKeys deliveryKeys(NotificationConfig config) {
        try {
            return DeliveryKeys.load(config.deliveryKeysFile());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    /** Bad keys stop the start before anything else is tried. */
    void start(@Observes @Priority(1) StartupEvent event, DeliveryKeys keys) {}
}

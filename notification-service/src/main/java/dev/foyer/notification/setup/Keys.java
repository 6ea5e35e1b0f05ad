package dev.foyer.notification.setup;

import dev.foyer.eventsourcing.inbound.ServiceRecordProducer;
import dev.foyer.notification.inbound.PublishedKeys;
import dev.foyer.notification.mail.DeliveryKeys;
import dev.foyer.notification.mail.KeyPublication;
import dev.foyer.service.ServiceConfig;
import dev.foyer.service.eventsourced.ConsumerProgress;
import dev.foyer.service.keys.WatchedFile;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** Our private keys, from the file that the configuration names, and the way of their public halves to the others. */
@ApplicationScoped
class Keys {

    @Produces
    @Singleton
    static WatchedFile<DeliveryKeys> deliveryKeys(NotificationConfig config) {
        String title = "The key file " + config.deliveryKeysFile() + " (foyer.delivery-keys-file)";
        try {
            return new WatchedFile<>(
                    config.deliveryKeysFile(), title, (content, before) -> DeliveryKeys.read(content, title, before));
        } catch (IllegalStateException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    @Produces
    @Singleton
    static PublishedKeys published() {
        return new PublishedKeys();
    }

    @Produces
    @Singleton
    static KeyPublication publication(
            WatchedFile<DeliveryKeys> keys,
            PublishedKeys published,
            ConsumerProgress readers,
            ServiceConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        ServiceRecordProducer records = new ServiceRecordProducer(kafka, config.service());
        return new KeyPublication(keys, published, readers::tablesCaughtUp, records::write);
    }

    /** Bad keys stop the start before anything else is tried. */
    void start(@Observes @Priority(1) StartupEvent event, WatchedFile<DeliveryKeys> keys) {}
}

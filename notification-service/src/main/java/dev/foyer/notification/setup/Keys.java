package dev.foyer.notification.setup;

import dev.foyer.eventsourcing.inbound.ServiceRecordProducer;
import dev.foyer.notification.inbound.PublishedKeys;
import dev.foyer.notification.mail.DeliveryKeys;
import dev.foyer.notification.mail.KeyPublication;
import dev.foyer.service.ServiceConfig;
import dev.foyer.service.eventsourced.ConsumerProgress;
import dev.foyer.service.keys.EcKeyFiles;
import dev.foyer.service.keys.KeyFileWatch;
import dev.foyer.service.keys.RecordSigning;
import dev.foyer.service.keys.TrustedSigners;
import dev.foyer.service.keys.WatchedFile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Our private keys, from the file that the configuration names, and the way of their public halves to the others. */
@ApplicationScoped
class Keys {

    private static final int BEFORE_ALL_ELSE = 1;

    /** When the topic's reader has been started; before that there seems to be nothing to read. */
    private static final int AFTER_THE_TABLES = 5_000;

    private static final Duration BETWEEN_PUBLICATIONS = Duration.ofMillis(200);

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
    static SignatureKeys signatures(NotificationConfig config) {
        return new SignatureKeys(
                EcKeyFiles.pairs(config.signingKeysFile(), "foyer.signing-keys-file"),
                EcKeyFiles.publicHalves(config.pinSignersFile(), "foyer.pin-signers-file"));
    }

    @Produces
    @Singleton
    static PublishedKeys published(SignatureKeys signatures) {
        return new PublishedKeys(new TrustedSigners(signatures.ours()));
    }

    @Produces
    @Singleton
    static KeyPublication publication(
            WatchedFile<DeliveryKeys> keys,
            SignatureKeys signatures,
            PublishedKeys published,
            ConsumerProgress progress,
            ServiceConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        ServiceRecordProducer records = new ServiceRecordProducer(kafka, config.service());
        return new KeyPublication(
                keys, published, progress::tablesCaughtUp, new RecordSigning(signatures.ours()), records::write);
    }

    /** Bad keys stop the start before anything else is tried. */
    void check(
            @Observes @Priority(BEFORE_ALL_ELSE) StartupEvent event,
            WatchedFile<DeliveryKeys> keys,
            SignatureKeys signatures) {}

    void watch(
            @Observes @Priority(AFTER_THE_TABLES) StartupEvent event,
            WatchedFile<DeliveryKeys> keys,
            SignatureKeys signatures,
            KeyPublication publication,
            KeyFileWatch watch,
            ServiceConfig config,
            MeterRegistry metrics) {
        watch.report("delivery", keys::problem);
        watch.report("signing", signatures.ours()::problem);
        watch.report("pin-signers", signatures.pinService()::problem);
        watch.age("delivery", () -> keys.get().currentMadeAt());
        watch.age("signing", () -> signatures.ours().get().currentMadeAt());
        Gauge.builder("foyer.keys.unpublished", publication, ours -> ours.isSettled() ? 0 : 1)
                .description("1 while the public halves of our keys have not reached their topic")
                .register(metrics);
        watch.every(config.keyFileInterval(), keys::look);
        watch.every(config.keyFileInterval(), signatures.ours()::look);
        watch.every(config.keyFileInterval(), signatures.pinService()::look);
        watch.every(BETWEEN_PUBLICATIONS, publication::look);
    }
}

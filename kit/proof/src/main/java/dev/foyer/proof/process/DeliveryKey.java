package dev.foyer.proof.process;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.inbound.ServiceRecordProducer;
import dev.foyer.local.secrets.PinKeyFiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/** Publishes what notification-service would, so that pin-service has a key to seal PINs to when it is alone. */
final class DeliveryKey {

    private DeliveryKey() {}

    /** Of the first delivery key the public half is published, signed with notification-service's key. */
    static void publish(PinKeyFiles keys, Map<String, Object> connection) {
        ServiceSignature signing = ServiceSignature.of(keys.notificationSigning());
        Map<String, ?> data = Map.of(
                "keys",
                List.of(ServiceSignature.first(keys.delivery()).toParams(OutputControlLevel.PUBLIC_ONLY)),
                "publishedAt",
                Instant.now());
        new ServiceRecordProducer(connection, "notification-service")
                .write(new PublicRecord(
                        "notification.keys",
                        "delivery",
                        "foyer.notification.DeliveryKeysPublished.v2",
                        "delivery",
                        null,
                        data,
                        signing));
    }
}

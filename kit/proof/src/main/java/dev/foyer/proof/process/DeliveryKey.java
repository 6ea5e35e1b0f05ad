package dev.foyer.proof.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.inbound.ServiceRecordProducer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Publishes what notification-service would, so that pin-service has a key to seal PINs to when it is alone. */
final class DeliveryKey {

    private static final List<String> PUBLIC = List.of("kty", "kid", "n", "e");

    private DeliveryKey() {}

    /** @param file a JWK set; of its first key the public half is published */
    static void publish(Path file, String bootstrap) {
        try {
            JsonNode key =
                    new ObjectMapper().readTree(file.toFile()).path("keys").path(0);
            new ServiceRecordProducer(Map.of("bootstrap.servers", bootstrap), "notification-service")
                    .write(new PublicRecord(
                            "notification.keys",
                            "delivery",
                            "foyer.notification.DeliveryKeysPublished.v1",
                            "delivery",
                            null,
                            Map.of("keys", List.of(half(key)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> half(JsonNode key) {
        return PUBLIC.stream()
                .collect(Collectors.toMap(name -> name, name -> key.path(name).asText()));
    }
}

package dev.foyer.notification.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import dev.foyer.base.events.InboundEvent.Proof;
import dev.foyer.base.events.SignedContent;
import dev.foyer.notification.mail.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The examples that pin-service publishes, as inbound events. */
final class ProducerContracts {

    static final Instant TIME = Instant.parse("2026-11-22T10:15:31Z");

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Path FOLDER =
            Path.of(System.getProperty("contracts.pin", "../pin-service/src/main/resources/contracts"));

    private ProducerContracts() {}

    static InboundEvent example(String topic, String type, String variant) throws IOException {
        assertTrue(
                Files.isDirectory(FOLDER),
                "The contracts of pin-service are not in " + FOLDER.toAbsolutePath() + "; set -Dcontracts.pin.");
        Path file = FOLDER.resolve(topic).resolve(type + "." + variant + ".json");
        return event(topic, "foyer.pin." + type, JSON.readTree(file.toFile()));
    }

    /** As a later version of the producer might write it. */
    static InboundEvent withUnknownField(InboundEvent event) {
        ObjectNode data = event.data().deepCopy();
        data.put("aFieldOfTomorrow", true);
        return event(event.topic(), event.type(), data);
    }

    static InboundEvent without(InboundEvent event, String field) {
        ObjectNode data = event.data().deepCopy();
        data.remove(field);
        return event(event.topic(), event.type(), data);
    }

    /** Signed as pin-service signs it. */
    static InboundEvent signed(InboundEvent event) {
        byte[] content = SignedContent.of(
                event.topic(),
                event.type(),
                event.id(),
                event.origin().key(),
                event.data().toString().getBytes(UTF_8));
        return new InboundEvent(
                event.envelope(),
                event.cause(),
                event.origin(),
                event.data(),
                new Proof(TestKeys.pinService().sign(content), content));
    }

    private static InboundEvent event(String topic, String type, JsonNode data) {
        return new InboundEvent(
                new Envelope("c-1.0", "/foyer/somebody", type, "contoso.com/u-17", TIME, "contoso.com", 13L),
                new Cause("admin", "conferencing-admin", "c-1", "r-1"),
                new Origin(topic, 2, 4711, "contoso.com/u-17", TIME),
                data);
    }
}

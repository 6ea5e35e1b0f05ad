package dev.foyer.pin.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import dev.foyer.base.events.Unacceptable;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.crypto.DeliverySeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What notification-service's contract promises is understood; what it forbids is refused. */
@Tag("A6")
class DeliveryKeysTableTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final String TYPE = "foyer.notification.DeliveryKeysPublished.v2";
    private static final Path FOLDER = Path.of(
            System.getProperty("contracts.notification", "../notification-service/src/main/resources/contracts"));

    private final DeliveryKeysTable table = new DeliveryKeysTable(PinKeysResource.signersOfNotificationService());
    private long offset;

    @Test
    void everyExampleIsUnderstood() throws IOException {
        assertTrue(table.understands(TYPE));
        assertFalse(table.understands("foyer.notification.DeliveryKeysPublished.v3"));
        assertEquals(Optional.empty(), table.current());
        published(example("minimal"));
        assertEquals("delivery-1", keyId());
        published(example("full"));
        assertEquals("delivery-2", keyId());
        assertEquals(Optional.empty(), table.problem());
    }

    @Test
    void fieldsOfTomorrowAreIgnored() throws IOException {
        ObjectNode keys = example("full");
        keys.put("aFieldOfTomorrow", true);
        ((ObjectNode) keys.get("keys").get(0)).put("aFieldOfTomorrow", true);
        published(keys);
        assertEquals("delivery-2", keyId());
    }

    @Test
    void badKeysChangeNothing() throws IOException {
        published(example("minimal"));
        assertThrows(Unacceptable.class, () -> published(JSON.createObjectNode()));
        assertEquals("delivery-1", keyId());
        assertEquals(Optional.of("The newest record of notification.keys is no JWK set."), table.problem());
        published(example("full"));
        assertEquals(Optional.empty(), table.problem());
    }

    @Test
    void anOlderRecordThatIsReadAgainDoesNotBringItsKeyBack() throws IOException {
        InboundEvent first = event(example("minimal"), 0);
        InboundEvent second = event(example("full"), 1);
        table.handle(first);
        table.handle(second);
        table.handle(first);
        assertEquals("delivery-2", keyId());
    }

    @Test
    @Tag("case-T6")
    void inATopicMadeAnewTheFirstRecordIsNewAgain() throws IOException {
        table.handle(event(example("minimal"), 4711));
        table.topicIsAnother();
        table.handle(event(example("full"), 0));
        assertEquals("delivery-2", keyId());
    }

    @Test
    @Tag("case-S1a")
    void whatNotificationServiceHasNotSignedChangesNothing() throws IOException {
        published(example("minimal"));
        InboundEvent next = event(example("full"), offset++);
        byte[] content = next.proof().content();
        refused(with(next, null), "The newest record of notification.keys is not signed.");
        refused(
                with(
                        next,
                        PinKeysResource.signer(PinKeysResource.ec("stranger")).sign(content)),
                "The newest record of notification.keys is signed with a key that is not among the trusted ones.");
        refused(
                with(next, PinKeysResource.signer(PinKeysResource.ec("n1")).sign(content)),
                "The newest record of notification.keys is not what was signed.");
        assertEquals("delivery-1", keyId());
        published(example("full"));
        assertEquals(Optional.empty(), table.problem());
    }

    @Test
    @Tag("case-S1a")
    void anOldSetThatSomebodyWritesAgainChangesNothing() throws IOException {
        published(example("full"));
        ObjectNode old = example("minimal");
        old.put("publishedAt", "2026-11-25T10:15:30Z");
        assertThrows(Unacceptable.class, () -> published(old));
        assertEquals("delivery-2", keyId());
        assertEquals(
                Optional.of("The newest record of notification.keys is older than the keys in force: somebody wrote it"
                        + " again."),
                table.problem());
    }

    private void refused(InboundEvent event, String problem) {
        InboundEvent again = new InboundEvent(
                event.envelope(),
                event.cause(),
                new Origin(DeliveryKeysTable.TOPIC, 0, offset++, null, event.time()),
                event.data(),
                event.proof());
        assertThrows(Unacceptable.class, () -> table.handle(again));
        assertEquals(Optional.of(problem), table.problem());
    }

    private static InboundEvent with(InboundEvent event, String signature) {
        return new InboundEvent(
                event.envelope(),
                event.cause(),
                event.origin(),
                event.data(),
                new Proof(signature, event.proof().content()));
    }

    private String keyId() {
        return table.current().map(DeliverySeal::keyId).orElse("none");
    }

    private void published(JsonNode data) {
        table.handle(event(data, offset++));
    }

    private static InboundEvent event(JsonNode data, long offset) {
        byte[] content = SignedContent.of(
                DeliveryKeysTable.TOPIC, TYPE, "c-1.0", null, data.toString().getBytes(UTF_8));
        return new InboundEvent(
                new Envelope("c-1.0", "/foyer/somebody", TYPE, "delivery", Instant.parse("2026-11-25T10:15:31Z"), null),
                new Cause("notification-service", "service", "c-1", "c-1"),
                new Origin(DeliveryKeysTable.TOPIC, 0, offset, null, Instant.parse("2026-11-25T10:15:31Z")),
                data,
                new Proof(PinKeysResource.signerOfNotificationService().sign(content), content));
    }

    private static ObjectNode example(String which) throws IOException {
        assertTrue(
                Files.isDirectory(FOLDER),
                "The contracts of notification-service are not in " + FOLDER.toAbsolutePath()
                        + "; set -Dcontracts.notification.");
        return (ObjectNode) JSON.readTree(FOLDER.resolve(DeliveryKeysTable.TOPIC)
                .resolve("DeliveryKeysPublished.v2." + which + ".json")
                .toFile());
    }
}

package dev.foyer.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import dev.foyer.base.events.InboundEvent.Proof;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.base.events.RecordSigner;
import dev.foyer.base.events.SignedContent;
import dev.foyer.notification.contract.DeliveryKeysV2;
import dev.foyer.notification.inbound.PublishedKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several instances, one topic: each publishes what is new in its file, and nobody answers the others. */
@Tag("A6")
class KeyPublicationTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final DeliveryKeys OLD = keys("d1");
    private static final DeliveryKeys FRESH = keys("d2");

    private final List<InboundEvent> topic = new ArrayList<>();

    private final Instance one = new Instance(OLD);
    private final Instance other = new Instance(OLD);
    private boolean broken;

    @Test
    void whatTheTopicHasAlreadyIsNotPublishedAgain() {
        one.look();
        other.look();
        one.look();
        assertEquals(List.of("d1"), published());
        assertTrue(one.publication.isSettled());
        assertTrue(other.publication.isSettled());
    }

    @Test
    void aChangeOfTheFileIsPublishedOnceAndNotTakenBackByThoseWhoseFileIsOld() {
        one.look();
        other.look();
        one.keys = FRESH;
        assertFalse(one.publication.isSettled());
        one.look();
        other.look();
        assertEquals(List.of("d1", "d2"), published());
        other.keys = FRESH;
        other.look();
        assertEquals(2, topic.size());
        assertTrue(other.publication.isSettled());
    }

    @Test
    void nothingIsPublishedBeforeTheTopicIsRead() {
        one.caughtUp = false;
        one.look();
        assertEquals(List.of(), topic);
        one.caughtUp = true;
        one.look();
        assertEquals(1, topic.size());
    }

    @Test
    void aBrokerThatIsAwayIsNoReasonToStop() {
        broken = true;
        one.look();
        assertFalse(one.publication.isSettled());
        assertEquals(List.of(), topic);
    }

    @Test
    @Tag("case-S1a")
    void whatSomebodyElseWroteOverOurKeysIsWrittenOver() {
        one.look();
        other.look();
        write(data(FRESH, Instant.now()), TestKeys.signer(TestKeys.make("s-ours")));
        one.look();
        assertFalse(one.publication.isSettled());
        Awaitility.await().until(() -> {
            one.look();
            return topic.size() == 3;
        });
        other.look();
        one.look();
        assertEquals(List.of("d1", "d2", "d1"), published());
        assertTrue(one.publication.isSettled());
        assertTrue(other.publication.isSettled());
    }

    @Test
    @Tag("case-S1a")
    void soIsAnOldRecordOfOursThatSomebodyWroteAgain() {
        one.look();
        InboundEvent old = topic.getFirst();
        one.keys = FRESH;
        one.look();
        topic.add(old);
        Awaitility.await().until(() -> {
            one.look();
            return topic.size() == 4;
        });
        assertEquals(List.of("d1", "d2", "d1", "d2"), published());
    }

    private static DeliveryKeysV2 data(DeliveryKeys keys, Instant at) {
        return new DeliveryKeysV2(keys.publicHalves(), at);
    }

    private List<String> published() {
        return topic.stream()
                .map(event -> event.data().get("keys").get(0).get("kid").asText())
                .toList();
    }

    private static DeliveryKeys keys(String id) {
        return DeliveryKeys.read(TestKeys.json(TestKeys.make(id)), "test");
    }

    /** Of the service; it has read the topic when it looks. */
    private final class Instance {
        private final PublishedKeys published = new PublishedKeys(TestKeys.oursTrusted());
        private DeliveryKeys keys;
        private boolean caughtUp = true;
        private final KeyPublication publication =
                new KeyPublication(() -> keys, published, () -> caughtUp, TestKeys.us(), this::write);

        Instance(DeliveryKeys keys) {
            this.keys = keys;
        }

        void look() {
            for (int offset = 0; offset < topic.size(); offset++) {
                published.handle(at(offset));
            }
            publication.look();
        }

        private void write(PublicRecord record) {
            if (broken) {
                throw new IllegalStateException("The broker is away.");
            }
            KeyPublicationTest.this.write((DeliveryKeysV2) record.data(), record.signer());
        }
    }

    private InboundEvent at(int offset) {
        InboundEvent event = topic.get(offset);
        return new InboundEvent(
                event.envelope(),
                event.cause(),
                new Origin(DeliveryKeysV2.TOPIC, 0, offset, DeliveryKeysV2.SUBJECT, Instant.EPOCH),
                event.data(),
                event.proof());
    }

    private void write(DeliveryKeysV2 keys, RecordSigner signer) {
        var data = JSON.valueToTree(keys);
        byte[] content = SignedContent.of(
                DeliveryKeysV2.TOPIC,
                DeliveryKeysV2.TYPE,
                "c-1.0",
                DeliveryKeysV2.SUBJECT,
                data.toString().getBytes(UTF_8));
        topic.add(new InboundEvent(
                new Envelope(
                        "c-1.0", "/foyer/somebody", DeliveryKeysV2.TYPE, DeliveryKeysV2.SUBJECT, Instant.EPOCH, null),
                new Cause("notification-service", "service", "c-1", "c-1"),
                new Origin(DeliveryKeysV2.TOPIC, 0, topic.size(), DeliveryKeysV2.SUBJECT, Instant.EPOCH),
                JSON.valueToTree(keys),
                new Proof(signer.sign(content), content)));
    }
}

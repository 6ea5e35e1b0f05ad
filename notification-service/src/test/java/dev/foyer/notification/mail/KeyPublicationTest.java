package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.notification.contract.DeliveryKeysV1;
import dev.foyer.notification.inbound.PublishedKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several instances, one topic: each publishes what is new in its file, and nobody answers the others. */
@Tag("A6")
class KeyPublicationTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final DeliveryKeys OLD = keys("d1");
    private static final DeliveryKeys FRESH = keys("d2");

    /** The topic, as each record's data. */
    private final List<Object> topic = new ArrayList<>();

    private final Instance one = new Instance(OLD);
    private final Instance other = new Instance(OLD);
    private boolean broken;

    @Test
    void whatTheTopicHasAlreadyIsNotPublishedAgain() {
        one.look();
        other.look();
        one.look();
        assertEquals(List.of(OLD.publicHalves()), topic);
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
        assertEquals(List.of(OLD.publicHalves(), FRESH.publicHalves()), topic);
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

    private static DeliveryKeys keys(String id) {
        return DeliveryKeys.read(TestKeys.json(TestKeys.make(id, 2048)), "test");
    }

    /** Of the service; it has read the topic when it looks. */
    private final class Instance {
        private final PublishedKeys published = new PublishedKeys();
        private DeliveryKeys keys;
        private boolean caughtUp = true;
        private final KeyPublication publication =
                new KeyPublication(() -> keys, published, () -> caughtUp, this::write);

        Instance(DeliveryKeys keys) {
            this.keys = keys;
        }

        void look() {
            for (int offset = 0; offset < topic.size(); offset++) {
                published.table().handler().handle(event(topic.get(offset), offset));
            }
            publication.look();
        }

        private void write(PublicRecord data) {
            if (broken) {
                throw new IllegalStateException("The broker is away.");
            }
            topic.add(data.data());
        }
    }

    private static InboundEvent event(Object data, long offset) {
        return new InboundEvent(
                new Envelope(
                        "c-1.0", "/foyer/somebody", DeliveryKeysV1.TYPE, DeliveryKeysV1.SUBJECT, Instant.EPOCH, null),
                new Cause("notification-service", "service", "c-1", "c-1"),
                new Origin(DeliveryKeysV1.TOPIC, 0, offset, null, Instant.EPOCH),
                JSON.valueToTree(data));
    }
}

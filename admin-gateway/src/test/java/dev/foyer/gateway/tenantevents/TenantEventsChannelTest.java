package dev.foyer.gateway.tenantevents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.gateway.Events;
import dev.foyer.testing.EmbeddedBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A gateway that stops in the middle of a batch neither says that it is copied nor that something has gone wrong. */
@Tag("F")
class TenantEventsChannelTest {

    @Test
    void aBatchThatAStopCutsOffIsNeverDone() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start()) {
            TenantEventsChannel channel = channel(broker);
            broker.suspend();
            try {
                CompletableFuture<Void> copied = channel.copy(batch()).toCompletableFuture();
                Awaitility.await().until(() -> channel.backlog.oldestAge().compareTo(Duration.ZERO) > 0);
                channel.stop(null);
                // Of a batch that failed, or was done, it would be heard within milliseconds.
                assertThrows(TimeoutException.class, () -> copied.get(500, TimeUnit.MILLISECONDS));
                assertEquals(
                        0,
                        channel.metrics.get("foyer.tenant.events").counters().stream()
                                .mapToDouble(counter -> counter.count())
                                .sum());
            } finally {
                broker.resume();
            }
        }
    }

    private static TenantEventsChannel channel(EmbeddedBroker broker) {
        TenantEventsChannel channel = new TenantEventsChannel();
        channel.kafka = broker.connection();
        channel.metrics = new SimpleMeterRegistry();
        channel.redaction = EventRedaction.NOTHING;
        channel.witness = EventWitness.NOBODY;
        channel.backlog = new CopyBacklog();
        channel.open();
        return channel;
    }

    private static ConsumerRecords<byte[], byte[]> batch() {
        ProducerRecord<byte[], byte[]> event = Events.record(
                "pin.events", "foyer.pin.PinReset.v1", 1, Map.of("tenant", "contoso.com", "userId", "u-1"));
        var record = new ConsumerRecord<>("pin.events", 0, 0, event.key(), event.value());
        event.headers().forEach(record.headers()::add);
        return new ConsumerRecords<>(Map.of(new TopicPartition("pin.events", 0), List.of(record)), Map.of());
    }
}

package dev.foyer.gateway.tenantevents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Patience;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** That copying to tenants stands is seen in the same series as of everything else that is read. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class CopyBacklogTest {

    private static final List<TopicPartition> PARTITIONS = List.of(
            new TopicPartition("pin.events", 0),
            new TopicPartition("pin.events", 1),
            new TopicPartition("pin.events", 2));

    @Inject
    CopyBacklog backlog;

    @Inject
    MeterRegistry metrics;

    @Test
    void whatIsNotReadYetIsCountedAlsoWhileTheReaderIsPaused() {
        Map<String, Object> connection = new HashMap<>(BrokerResource.broker().connection());
        try (var reader = new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            reader.assign(PARTITIONS);
            reader.seekToEnd(PARTITIONS);
            PARTITIONS.forEach(reader::position);
            reader.pause(PARTITIONS);
            long before = CopyBacklog.notPolled(reader);
            for (int i = 0; i < 3; i++) {
                events.provisioned("contoso.com", "u-behind-" + i, "behind-" + i + "@contoso.com", "Behind");
            }
            reader.poll(Duration.ZERO);
            assertEquals(before + 3, CopyBacklog.notPolled(reader));
        }
    }

    /** Other tests' events are copied beside it: what was begun may be over before it is looked at. */
    @Test
    void aBatchThatIsNotCopiedYetHasTheAgeOfItsOldestRecord() {
        long now = System.currentTimeMillis();
        Patience.await().untilAsserted(() -> {
            backlog.begun(List.of(record(now - 5_000), record(now - 60_000)));
            assertTrue(gauge("foyer.inbound.oldest.age") >= 60, "seconds");
            assertTrue(gauge("foyer.inbound.lag") >= 2, "records");
        });
        backlog.copied();
        Patience.await().until(() -> backlog.oldestAge().isZero());
    }

    private double gauge(String name) {
        return metrics.get(name).tag("channel", CopyBacklog.CHANNEL).gauge().value();
    }

    private static ConsumerRecord<byte[], byte[]> record(long timestamp) {
        return new ConsumerRecord<>(
                "pin.events",
                0,
                0,
                timestamp,
                org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new org.apache.kafka.common.header.internals.RecordHeaders(),
                java.util.Optional.empty());
    }
}

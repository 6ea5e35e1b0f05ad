package dev.foyer.meeting.webhook;

import dev.foyer.base.events.CloudEventReader;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.meeting.domain.delivery.Delivery.Source;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What is to be delivered, from where it lies: {@code out.<tenant>.events}. What was read a moment ago is still here, so the
 * topic is asked after a restart or a long wait only, and then gives what lies behind, too. Thread-safe: callers share the one
 * consumer, one at a time.
 */
final class PublicRecords implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    /** Beside its bytes. */
    private static final int OF_AN_ENTRY = 200;

    private final Map<String, Object> config;
    private final Map<Place, Body> recent = new LinkedHashMap<>(16, 0.75f, true);
    private final Object reading = new Object();
    private long bytes;
    private KafkaConsumer<byte[], byte[]> consumer;

    private record Place(String topic, int partition, long offset) {}

    private record Body(String eventId, byte[] bytes) {}

    /** @param kafka how to reach the broker */
    PublicRecords(Map<String, Object> kafka) {
        this.config = new HashMap<>(kafka);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "meeting-service-webhooks");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Out of range means forgotten; never silently another record.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    /** The topic of that tenant. */
    static String topic(String tenant) {
        return "out." + tenant + ".events";
    }

    /** Somebody has read it just now, and it will be wanted soon. */
    void keep(InboundEvent event, String tenant) {
        put(new Place(event.topic(), event.partition(), event.offset()), body(event, tenant));
    }

    /**
     * The body of the delivery.
     *
     * @return empty when the topic has forgotten the record, or another lies there
     * @throws IOException when the broker does not give an answer in time
     */
    Optional<byte[]> body(String tenant, Source source) throws IOException {
        Place place = new Place(topic(tenant), source.partition(), source.offset());
        Body known = get(place);
        if (known == null) {
            synchronized (reading) {
                known = get(place);
                if (known == null) {
                    read(tenant, place);
                    known = get(place);
                }
            }
        }
        return Optional.ofNullable(known)
                .filter(body -> body.eventId().equals(source.eventId()))
                .map(Body::bytes);
    }

    private void read(String tenant, Place place) throws IOException {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        try {
            if (consumer == null) {
                consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            }
            consumer.assign(List.of(partition));
            consumer.seek(partition, place.offset());
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
                if (!polled.isEmpty()) {
                    polled.forEach(record -> keep(record, tenant));
                    return;
                }
            }
        } catch (OffsetOutOfRangeException _) {
            return;
        } catch (KafkaException e) {
            throw new IOException("The broker cannot be asked", e);
        }
        throw new IOException("The broker gave no record of " + partition);
    }

    private void keep(ConsumerRecord<byte[], byte[]> record, String tenant) {
        try {
            keep(CloudEventReader.read(record), tenant);
        } catch (Unacceptable _) {
            // Nobody has queued it.
        }
    }

    private static Body body(InboundEvent event, String tenant) {
        return new Body(event.id(), Content.of(event, tenant));
    }

    private synchronized Body get(Place place) {
        return recent.get(place);
    }

    private synchronized void put(Place place, Body body) {
        Body before = recent.put(place, body);
        bytes += size(body) - (before == null ? 0 : size(before));
        var eldest = recent.values().iterator();
        while (bytes > MOST_BYTES && eldest.hasNext()) {
            bytes -= size(eldest.next());
            eldest.remove();
        }
    }

    private static long size(Body body) {
        return body.bytes().length + OF_AN_ENTRY;
    }

    @Override
    public void close() {
        synchronized (reading) {
            if (consumer != null) {
                consumer.close();
            }
        }
    }
}

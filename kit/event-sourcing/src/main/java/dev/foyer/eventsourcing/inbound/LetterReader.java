package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.Unavailable;
import dev.foyer.base.events.BuriedRecord;
import dev.foyer.base.events.BuriedRecord.Place;
import dev.foyer.base.events.Unacceptable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Fetches dead letters where they lie, and what they do not keep from where that lies. In no group. Thread-safe; blocks. */
public final class LetterReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> config;
    private final String topic;
    /** Made when it is first needed, guarded by this: letters are read rarely. */
    private KafkaConsumer<byte[], byte[]> consumer;

    /** @param reader the service whose letters are read */
    public LetterReader(Map<String, Object> kafka, String reader) {
        this.config = new HashMap<>(kafka);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, reader + "-letter-reader");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.topic = BuriedRecord.topicOf(reader);
    }

    /**
     * The letter of that id; empty when there is none, or none any more.
     *
     * @throws Unavailable when the broker does not say
     */
    public Optional<BuriedRecord> letter(String id, int partition, long offset) {
        return at(new Place(topic, partition, offset))
                .flatMap(LetterReader::read)
                .filter(letter -> letter.id().equals(id));
    }

    /**
     * The record as it was read; empty when it may not be kept, or is not there any more.
     *
     * @throws Unavailable when the broker does not say
     */
    public Optional<ConsumerRecord<byte[], byte[]>> content(BuriedRecord letter) {
        return switch (letter.kept()) {
            case WHOLE -> Optional.of(letter.content());
            case AT_ORIGIN ->
                at(letter.origin())
                        .filter(found -> found.timestamp() == letter.content().timestamp());
            case NOTHING -> Optional.empty();
        };
    }

    private static Optional<BuriedRecord> read(ConsumerRecord<byte[], byte[]> found) {
        try {
            return Optional.of(BuriedRecord.read(found));
        } catch (Unacceptable e) {
            return Optional.empty();
        }
    }

    private synchronized Optional<ConsumerRecord<byte[], byte[]>> at(Place place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        try {
            if (consumer == null) {
                consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            }
            if (consumer.partitionsFor(place.topic()).size() <= place.partition() || place.partition() < 0) {
                return Optional.empty();
            }
            consumer.assign(List.of(partition));
            Long end = consumer.endOffsets(List.of(partition)).get(partition);
            Long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
            if (place.offset() < begin || place.offset() >= end) {
                return Optional.empty();
            }
            consumer.seek(partition, place.offset());
            return next(partition, place.offset(), end);
        } catch (OffsetOutOfRangeException e) {
            return Optional.empty();
        } catch (KafkaException e) {
            forget();
            throw new Unavailable(Unavailable.Reason.BROKER_AWAY, "The broker does not say what this dead letter is.");
        }
    }

    /** What is there, unless only something later is. */
    private Optional<ConsumerRecord<byte[], byte[]>> next(TopicPartition partition, long offset, long end) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(200))) {
                return Optional.of(found).filter(one -> one.offset() == offset);
            }
            if (System.nanoTime() > giveUp) {
                throw new Unavailable(Unavailable.Reason.BROKER_AWAY, "The broker is slow with this dead letter.");
            }
        }
        return Optional.empty();
    }

    private void forget() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }

    @Override
    public synchronized void close() {
        forget();
    }
}

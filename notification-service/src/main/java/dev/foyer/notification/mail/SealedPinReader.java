package dev.foyer.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.base.events.SignedContent;
import dev.foyer.notification.domain.SealedPin;
import dev.foyer.notification.inbound.RecentSeals;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one sealed PIN where its pointer says, unless it has just come in. Belongs to no group and keeps nothing. Thread-safe:
 * callers share the one consumer, one at a time, each for about a millisecond.
 */
public final class SealedPinReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A record is less than a kilobyte, and of what lies behind it nothing is wanted; a batch always comes whole. */
    private static final int FETCH = 4 * 1024;

    private final String topic;
    private final RecentSeals recent;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @param recent what has just come in
     * @param kafka how to reach the broker
     */
    public SealedPinReader(String topic, RecentSeals recent, Map<String, Object> kafka) {
        this.topic = topic;
        this.recent = recent;
        Map<String, Object> config = new HashMap<>(kafka);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "notification-service-sealed-pins");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Out of range means forgotten; never silently another user's record.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH);
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * The sealed PIN of this notification.
     *
     * @throws PinIsGone when the topic has forgotten the record, or another notification's lies there
     * @throws IOException when the broker does not give an answer in time
     */
    public String read(SealedPin pointer, UUID notification) throws IOException {
        Optional<String> fresh = pointer.bound() ? recent.take(pointer.digest()) : Optional.empty();
        return fresh.isPresent() ? fresh.get() : fetch(pointer, notification);
    }

    private synchronized String fetch(SealedPin pointer, UUID notification) throws IOException {
        TopicPartition partition = new TopicPartition(topic, pointer.partition());
        try {
            consumer.assign(List.of(partition));
            consumer.seek(partition, pointer.offset());
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    return sealedPin(record, pointer, notification);
                }
            }
        } catch (OffsetOutOfRangeException e) {
            throw new PinIsGone();
        }
        throw new IOException("The broker gave no record of " + partition);
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }

    private static String sealedPin(ConsumerRecord<byte[], byte[]> record, SealedPin pointer, UUID notification) {
        JsonNode data = json(record.value());
        String sealed = data.path("sealedPin").asText();
        if (record.offset() != pointer.offset()
                || !notification.toString().equals(data.path("notificationId").asText())
                || !isAsQueued(sealed, pointer)) {
            throw new PinIsGone();
        }
        return sealed;
    }

    /** The topic may have been made anew since; what lies there now, nobody has checked. */
    private static boolean isAsQueued(String sealed, SealedPin pointer) {
        return !pointer.bound() || SignedContent.digest(sealed.getBytes(UTF_8)).equals(pointer.digest());
    }

    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException e) {
            throw new PinIsGone();
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot fail to be read", e);
        }
    }

    /** The record is not there any more. */
    static final class PinIsGone extends RuntimeException {
        PinIsGone() {
            super("The delivery has been forgotten", null, false, false);
        }
    }
}

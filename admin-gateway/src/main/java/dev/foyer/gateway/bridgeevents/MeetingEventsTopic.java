package dev.foyer.gateway.bridgeevents;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** {@code meeting.events} as readers of no group see it. Each method but the constructor asks the broker, and blocks. */
final class MeetingEventsTopic {

    static final String NAME = "meeting.events";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> connection;

    /** @param connection the settings of a Kafka client: servers and, where needed, security */
    MeetingEventsTopic(Map<String, Object> connection) {
        this.connection = new HashMap<>(connection);
        this.connection.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    /** Tells it from one that had the name before. */
    String id() {
        try (Admin admin = Admin.create(connection)) {
            return admin.describeTopics(List.of(NAME))
                    .topicNameValues()
                    .get(NAME)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .topicId()
                    .toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The broker does not say which " + NAME + " there is", e);
        }
    }

    /** Of all partitions, anywhere yet. */
    Consumer<byte[], byte[]> open(String client) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            consumer.assign(consumer.partitionsFor(NAME).stream()
                    .map(info -> new TopicPartition(NAME, info.partition()))
                    .toList());
            return consumer;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Where it stands, partition by partition. */
    static long[] positions(Consumer<?, ?> consumer) {
        long[] next = new long[consumer.assignment().size()];
        consumer.assignment().forEach(partition -> next[partition.partition()] = consumer.position(partition));
        return next;
    }

    static void seek(Consumer<?, ?> consumer, Positions positions) {
        consumer.assignment().forEach(partition -> consumer.seek(partition, positions.of(partition.partition())));
    }

    /** Whether everything behind these positions is there, and none of it is from before that moment. */
    static boolean has(Consumer<?, ?> consumer, Positions asked, Instant since) {
        var partitions = consumer.assignment();
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> then = new HashMap<>();
        partitions.forEach(partition -> then.put(partition, since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> first = consumer.offsetsForTimes(then);
        return partitions.stream().allMatch(partition -> {
            long from = asked.of(partition.partition());
            OffsetAndTimestamp kept = first.get(partition);
            long oldest = kept == null ? end.get(partition) : kept.offset();
            return from >= begin.get(partition) && from <= end.get(partition) && from >= oldest;
        });
    }
}

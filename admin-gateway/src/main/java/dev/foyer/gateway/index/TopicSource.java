package dev.foyer.gateway.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The public topics of one Kafka cluster. Belongs to no group: every gateway reads everything. */
final class TopicSource {

    /** {@code organizer.verified} says nothing that {@code pin.events} does not say too. */
    static final List<String> TOPICS = List.of(
            "pin.events",
            "notification.events",
            "meeting.events",
            "tenant.settings",
            "pin.dead-letters",
            "notification.dead-letters",
            "meeting.dead-letters");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> connection;

    /** @param connection the settings of a Kafka client: servers and, where needed, security */
    TopicSource(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    /** Of what is to be read: an index of others is none of it. @throws KafkaException while it cannot be read */
    TopicIdentity identity() {
        return new TopicIdentity(connection, TOPICS, TopicIdentity.EVERY);
    }

    Consumer<byte[], byte[]> open() {
        Map<String, Object> config = new HashMap<>(connection);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "admin-gateway-index");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A position that Kafka does not have is a reason to build the index again, not to skip in silence.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Takes all partitions, each from where the index stands.
     *
     * @return the ends as of now; who has passed them has caught up
     * @throws IndexAheadOfTopics when the index stands where Kafka has nothing
     */
    Map<TopicPartition, Long> seek(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> committed) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : TOPICS) {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            if (infos.isEmpty()) {
                throw new KafkaException("The topic " + topic + " does not exist yet");
            }
            infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        consumer.assign(partitions);
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long from = committed.getOrDefault(partition, begin.get(partition));
            if (from < begin.get(partition) || from > end.get(partition)) {
                throw new IndexAheadOfTopics(partition, from, begin.get(partition), end.get(partition));
            }
            consumer.seek(partition, from);
        }
        return end;
    }
}

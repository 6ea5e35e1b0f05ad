package dev.foyer.gateway.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Public topics as readers of no group see them. Each method but the constructor asks the broker, and blocks. */
public final class TopicReaders {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** At a time for one client: a record that is larger comes all the same, alone. */
    private static final int ANSWER = 1 << 20;

    private static final int ANSWER_OF_A_PARTITION = 1 << 18;

    private final Map<String, Object> connection;
    private final Function<Map<String, Object>, Consumer<byte[], byte[]>> consumers;

    /** @param connection the settings of a Kafka client: servers and, where needed, security */
    public TopicReaders(Map<String, Object> connection) {
        this(
                connection,
                config -> new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** @param consumers makes one with such settings */
    TopicReaders(Map<String, Object> connection, Function<Map<String, Object>, Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
        this.connection = new HashMap<>(connection);
        this.connection.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    /** @throws KafkaException when the broker does not say it */
    public Layout layout(List<String> topics) {
        try (Admin admin = Admin.create(connection)) {
            TreeMap<String, String> ids = new TreeMap<>();
            List<TopicPartition> partitions = new ArrayList<>();
            for (TopicDescription topic : admin.describeTopics(topics)
                    .allTopicNames()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .values()) {
                ids.put(topic.name(), topic.topicId().toString());
                topic.partitions().forEach(one -> partitions.add(new TopicPartition(topic.name(), one.partition())));
            }
            return Layout.of(ids, partitions);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The broker does not say which of " + topics + " there are", e);
        }
    }

    /** Of all partitions, anywhere yet. */
    public Consumer<byte[], byte[]> open(String client, Layout layout) {
        return open(client, layout, Map.of());
    }

    /** The same for what one client waits for, of whom there may be many: holds little at a time. */
    Consumer<byte[], byte[]> openForOne(String client, Layout layout) {
        return open(
                client,
                layout,
                Map.of(
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        ANSWER,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        ANSWER_OF_A_PARTITION));
    }

    private Consumer<byte[], byte[]> open(String client, Layout layout, Map<String, Object> sizes) {
        Map<String, Object> config = new HashMap<>(connection);
        config.putAll(sizes);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        Consumer<byte[], byte[]> consumer = consumers.apply(config);
        consumer.assign(layout.partitions());
        return consumer;
    }

    /** Where it stands. */
    public static Map<TopicPartition, Long> next(Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> next = new HashMap<>();
        consumer.assignment().forEach(partition -> next.put(partition, consumer.position(partition)));
        return next;
    }

    /** It goes on there. */
    public static void seek(Consumer<?, ?> consumer, Layout layout, Positions positions) {
        layout.partitions().forEach(partition -> consumer.seek(partition, positions.of(layout.place(partition))));
    }

    /** Whether everything behind these positions is there, and none of it is from before that moment. */
    static boolean has(Consumer<?, ?> consumer, Layout layout, Positions asked, Instant since) {
        var partitions = layout.partitions();
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> then = new HashMap<>();
        partitions.forEach(partition -> then.put(partition, since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> first = consumer.offsetsForTimes(then);
        return partitions.stream().allMatch(partition -> {
            long from = asked.of(layout.place(partition));
            OffsetAndTimestamp kept = first.get(partition);
            long oldest = kept == null ? end.get(partition) : kept.offset();
            return from >= begin.get(partition) && from <= end.get(partition) && from >= oldest;
        });
    }
}

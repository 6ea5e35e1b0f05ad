package dev.foyer.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.events.CloudEventReader;
import dev.foyer.base.events.InboundEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What lies in a topic now, committed and decompressed. */
public final class TopicContents {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TopicContents() {}

    public static List<InboundEvent> events(TestBroker broker, String topic) {
        return records(broker, topic).stream().map(CloudEventReader::read).toList();
    }

    /** Keys, headers and values, one record a line. */
    public static String text(TestBroker broker, String topic) {
        StringBuilder text = new StringBuilder();
        for (ConsumerRecord<byte[], byte[]> each : records(broker, topic)) {
            text.append(string(each.key())).append(' ');
            for (Header header : each.headers()) {
                text.append(header.key())
                        .append('=')
                        .append(string(header.value()))
                        .append(' ');
            }
            text.append(string(each.value())).append('\n');
        }
        return text.toString();
    }

    public static List<ConsumerRecord<byte[], byte[]>> records(TestBroker broker, String topic) {
        return committed(broker.connection(), List.of(topic));
    }

    /**
     * What is committed, in the order of each partition.
     *
     * @param connection how somebody connects who may read them
     */
    public static List<ConsumerRecord<byte[], byte[]>> committed(
            Map<String, Object> connection, Collection<String> topics) {
        return read(connection, topics, "read_committed");
    }

    /** What was written, aborted transactions too. */
    public static List<ConsumerRecord<byte[], byte[]>> written(
            Map<String, Object> connection, Collection<String> topics) {
        return read(connection, topics, "read_uncommitted");
    }

    /**
     * A commit is answered before the broker has marked its end, and until then readers of what is committed do not see it.
     * So the end is that of all records, and it is waited for.
     */
    private static List<ConsumerRecord<byte[], byte[]>> read(
            Map<String, Object> connection, Collection<String> topics, String isolation) {
        try (var ends = consumer(connection, "read_uncommitted");
                var consumer = consumer(connection, isolation)) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = ends.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            Instant patience = Instant.now().plus(PATIENCE);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
                if (Instant.now().isAfter(patience)) {
                    throw new IllegalStateException("Topics " + topics + " cannot be read to their end");
                }
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> connection, String isolation) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50); // closing waits for the last fetch
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static String string(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }
}

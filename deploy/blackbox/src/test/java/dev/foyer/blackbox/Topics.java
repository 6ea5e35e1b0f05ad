package dev.foyer.blackbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Reads topics back as any consumer would, decompressed, from their beginning to what is their end now.
 *
 * @param reader how somebody connects who may read all of them
 * @param tenant how a tenant's system connects
 */
record Topics(Map<String, Object> reader, Map<String, Object> tenant) {

    private static final String SOURCE = "/tests/directory";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What is committed in one topic, in the order of each partition. */
    List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
        return read(Set.of(topic), "read_committed");
    }

    /** Everything in every topic, the broker's own included, aborted transactions too. */
    List<ConsumerRecord<byte[], byte[]>> everything() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_uncommitted")) {
            return read(consumer.listTopics().keySet(), "read_uncommitted");
        }
    }

    /** Writes a CloudEvent in binary mode, as a tenant's system does. */
    void say(String topic, String key, String type, String json) {
        sayAll(topic, type, Map.of(key, json));
    }

    /** Writes one CloudEvent for each key; returns when all are there. */
    void sayAll(String topic, String type, Map<String, String> jsonByKey) {
        Map<String, Object> settings = new HashMap<>(tenant);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            jsonByKey.forEach(
                    (key, json) -> sent.add(producer.send(new CloudEvent(SOURCE, topic, key, type, json).toRecord())));
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> read(Collection<String> topics, String isolation) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(isolation)) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            Instant end = Instant.now().plus(PATIENCE);
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("Topics " + topics + " cannot be read to their end");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        Map<String, Object> settings = new HashMap<>(reader);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}

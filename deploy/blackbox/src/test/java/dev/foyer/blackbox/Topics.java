package dev.foyer.blackbox;

import dev.foyer.testing.TopicContents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
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

    /** What is committed in one topic, in the order of each partition. */
    List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
        return TopicContents.committed(reader, Set.of(topic));
    }

    /** Everything in every topic, the broker's own included, aborted transactions too. */
    List<ConsumerRecord<byte[], byte[]>> everything() {
        try (var consumer = new KafkaConsumer<>(reader, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return TopicContents.written(reader, consumer.listTopics().keySet());
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
}

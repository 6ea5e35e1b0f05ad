package dev.foyer.service.eventsourced;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.testing.TestBroker;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody else who says words in a topic. */
final class Speaker implements AutoCloseable {

    static final String TYPE = "foyer.others.Said.v1";

    private static final CloudEventWriter WRITER = new CloudEventWriter("others");

    final String topic;
    final KafkaProducer<byte[], byte[]> producer;

    Speaker(TestBroker broker, String topic) {
        this(broker, topic, Map.of());
    }

    Speaker(TestBroker broker, String topic, Map<String, Object> config) {
        this.topic = topic;
        Map<String, Object> all = new HashMap<>(broker.connection());
        all.put("metadata.max.age.ms", 1_000);
        all.putAll(config);
        producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static String word(InboundEvent event) {
        return event.data().get("word").asText();
    }

    void say(String key, String word) throws ExecutionException, InterruptedException {
        say(key, word, TYPE);
    }

    void say(String key, String word, String type) throws ExecutionException, InterruptedException {
        producer.send(event(key, word, type)).get();
    }

    /** Without waiting for the broker. */
    void sayTo(int partition, String key, String word) {
        var event = event(key, word, TYPE);
        producer.send(new ProducerRecord<>(topic, partition, event.key(), event.value(), event.headers()));
    }

    void sayJunk(String key, byte[] junk) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), junk)).get();
    }

    ProducerRecord<byte[], byte[]> event(String key, String word, String type) {
        String id = UUID.randomUUID().toString();
        Instant at = Instant.now();
        return WRITER.write(
                new PublicRecord(topic, key, type, key, "t", Map.of("word", word)),
                new CommandMeta(id, id, Actor.service("others")),
                0,
                1,
                at,
                at);
    }

    @Override
    public void close() {
        producer.close();
    }
}

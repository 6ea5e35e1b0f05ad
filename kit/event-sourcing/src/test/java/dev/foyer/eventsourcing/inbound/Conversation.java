package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of its own into which a test says words, and the readers that listen. */
final class Conversation implements AutoCloseable {

    static final String TYPE = "foyer.others.Said.v1";

    private static final CloudEventWriter WRITER = new CloudEventWriter("others");

    final String topic = "others-" + UUID.randomUUID();
    final String group = "reader-" + topic;
    /** What the readers noted, in their order. A word may come twice: reading is at least once. */
    final List<String> handled = new CopyOnWriteArrayList<>();

    final List<TopicReader> readers = new ArrayList<>();

    private final EmbeddedBroker broker;
    private final KafkaProducer<byte[], byte[]> producer;
    private final DeadLetters deadLetters;

    Conversation(EmbeddedBroker broker, int partitions) {
        this.broker = broker;
        Topics.create(broker, List.of(new NewTopic(topic, partitions, (short) 1)));
        producer = new KafkaProducer<>(broker.connection(), new ByteArraySerializer(), new ByteArraySerializer());
        deadLetters = new DeadLetters(broker.connection(), "tester");
    }

    TopicReader read(Function<InboundEvent, CompletionStage<?>> handler) {
        TopicReader reader = new TopicReader(
                broker.connection(), group, Optional.empty(), List.of(topic), new Handling(handler), deadLetters);
        readers.add(reader);
        return reader;
    }

    CompletionStage<?> note(InboundEvent event) {
        handled.add(word(event));
        return CompletableFuture.completedFuture(null);
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

    void sayTo(int partition, String word) throws ExecutionException, InterruptedException {
        var event = event(word, word, TYPE);
        producer.send(new ProducerRecord<>(topic, partition, event.key(), event.value(), event.headers()))
                .get();
    }

    void sayJunk(byte[] key, byte[] junk) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, key, junk)).get();
    }

    private ProducerRecord<byte[], byte[]> event(String key, String word, String type) {
        String id = UUID.randomUUID().toString();
        return WRITER.write(
                new PublicRecord(topic, key, type, key, "t", Map.of("word", word)),
                new CommandMeta(id, id, Actor.service("others")),
                0,
                1,
                Instant.now());
    }

    @Override
    public void close() {
        readers.forEach(TopicReader::close);
        deadLetters.close();
        producer.close();
    }

    private record Handling(Function<InboundEvent, CompletionStage<?>> handler) implements InboundHandler {
        @Override
        public boolean understands(String type) {
            return TYPE.equals(type);
        }

        @Override
        public CompletionStage<?> handle(InboundEvent event) {
            return handler.apply(event);
        }
    }
}

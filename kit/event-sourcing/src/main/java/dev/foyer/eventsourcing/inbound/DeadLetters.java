package dev.foyer.eventsourcing.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.eventsourcing.inbound.DeadLetterWriter.Letter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Keeps what could not be used, untouched, with the reason and the origin in headers. Thread-safe. */
public final class DeadLetters implements AutoCloseable {

    /** The topic of everybody's dead letters. */
    public static final String TOPIC = "dead-letters";

    private final KafkaProducer<byte[], byte[]> producer;
    private final String reader;

    /** @param reader the service that could not use the record */
    public DeadLetters(Map<String, Object> kafka, String reader) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, reader + "-dead-letters");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.reader = reader;
    }

    /**
     * Done when the letter is durable.
     *
     * @param confidential leaves the value out: origin and offset say where it lies for those who may read it there
     */
    public CompletionStage<Void> send(ConsumerRecord<byte[], byte[]> read, String reason, boolean confidential) {
        var letter = new ProducerRecord<>(TOPIC, null, read.key(), confidential ? null : read.value(), read.headers());
        describe(letter.headers(), read, reason);
        return produce(letter)
                .exceptionallyCompose(failure -> failure instanceof RecordTooLargeException
                        ? sendWithoutContent(read, reason + " It is too large to be kept here; read it where it lies.")
                        : CompletableFuture.failedStage(failure));
    }

    /** As {@link DeadLetterWriter#send}. */
    public CompletionStage<Void> send(Letter letter, String reason) {
        var read = new ConsumerRecord<>(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.key().getBytes(UTF_8),
                letter.value().getBytes(UTF_8));
        letter.headers().forEach((name, text) -> read.headers().add(name, text.getBytes(UTF_8)));
        return send(read, reason, false);
    }

    private CompletionStage<Void> produce(ProducerRecord<byte[], byte[]> letter) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        producer.send(letter, (lies, failure) -> {
            if (failure == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(failure);
            }
        });
        return done;
    }

    /** Only the reason and where it lies, for what has no room here beside our headers, or may not be kept. */
    CompletionStage<Void> sendWithoutContent(ConsumerRecord<byte[], byte[]> read, String reason) {
        var letter = new ProducerRecord<byte[], byte[]>(TOPIC, null, null, null);
        describe(letter.headers(), read, reason);
        return produce(letter);
    }

    private void describe(Headers headers, ConsumerRecord<byte[], byte[]> read, String reason) {
        headers.add("dead-letter-reason", reason.getBytes(UTF_8));
        headers.add("dead-letter-reader", reader.getBytes(UTF_8));
        headers.add("dead-letter-topic", read.topic().getBytes(UTF_8));
        headers.add("dead-letter-partition", Integer.toString(read.partition()).getBytes(UTF_8));
        headers.add("dead-letter-offset", Long.toString(read.offset()).getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}

package dev.foyer.eventsourcing.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.events.BuriedRecord;
import dev.foyer.base.events.BuriedRecord.Kept;
import dev.foyer.base.events.PinWords;
import dev.foyer.eventsourcing.inbound.DeadLetterWriter.Letter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
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

/**
 * Keeps what a service could not use, untouched, with the reason and the origin in headers, in a topic that only this service writes.
 * The same record has the same id each time, so that reading it again after a crash makes no other letter. Thread-safe.
 */
public final class DeadLetters implements AutoCloseable {

    private static final int ID_BYTES = 16;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String reader;
    private final String topic;

    /** @param reader the service that could not use the record */
    public DeadLetters(Map<String, Object> kafka, String reader) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, reader + "-dead-letters");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.reader = reader;
        this.topic = BuriedRecord.topicOf(reader);
    }

    /**
     * Done when the letter is durable.
     *
     * @param confidential leaves the value out: origin and offset say where it lies for those who may read it there
     */
    public CompletionStage<Void> send(ConsumerRecord<byte[], byte[]> read, String reason, boolean confidential) {
        if (!confidential && mayHoldPin(read)) {
            return sendWithoutContent(read, reason);
        }
        Kept kept = confidential ? Kept.AT_ORIGIN : Kept.WHOLE;
        byte[] value = confidential ? null : read.value();
        return produce(new ProducerRecord<>(topic, null, read.key(), value, read.headers()), read, reason, kept)
                .exceptionallyCompose(failure -> failure instanceof RecordTooLargeException
                        ? produce(
                                new ProducerRecord<>(topic, null, null, null),
                                read,
                                reason + " It is too large to be kept here; read it where it lies.",
                                Kept.AT_ORIGIN)
                        : CompletableFuture.failedFuture(failure));
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

    /** Only the reason and where it lies, for what may not be kept. */
    CompletionStage<Void> sendWithoutContent(ConsumerRecord<byte[], byte[]> read, String reason) {
        return produce(new ProducerRecord<>(topic, null, null, null), read, reason, Kept.NOTHING);
    }

    /** Nobody may write a PIN to a topic; who does all the same finds it in no letter. */
    private static boolean mayHoldPin(ConsumerRecord<byte[], byte[]> read) {
        return read.topic().startsWith("in.") && read.value() != null && PinWords.mayBeIn(read.value());
    }

    private CompletionStage<Void> produce(
            ProducerRecord<byte[], byte[]> letter, ConsumerRecord<byte[], byte[]> read, String reason, Kept kept) {
        describe(letter.headers(), read, reason, kept);
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

    private void describe(Headers headers, ConsumerRecord<byte[], byte[]> read, String reason, Kept kept) {
        add(headers, BuriedRecord.ID, id(read));
        add(headers, BuriedRecord.REASON, reason);
        add(headers, BuriedRecord.READER, reader);
        add(headers, BuriedRecord.TOPIC, read.topic());
        add(headers, BuriedRecord.PARTITION, Integer.toString(read.partition()));
        add(headers, BuriedRecord.OFFSET, Long.toString(read.offset()));
        add(headers, BuriedRecord.WRITTEN_AT, Long.toString(read.timestamp()));
        add(headers, BuriedRecord.KEPT, kept.name());
    }

    private static void add(Headers headers, String name, String text) {
        headers.add(name, text.getBytes(UTF_8));
    }

    /** A topic that was made anew has other records at the same places, written at other times. */
    private String id(ConsumerRecord<byte[], byte[]> read) {
        String named = String.join(
                "\n",
                reader,
                read.topic(),
                Integer.toString(read.partition()),
                Long.toString(read.offset()),
                Long.toString(read.timestamp()));
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(named.getBytes(UTF_8));
            return HexFormat.of().formatHex(whole, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}

package dev.foyer.eventsourcing.runtime;

import dev.foyer.eventsourcing.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * One partition's log, held for writing. Opening it fences whoever held it before and ends their open transaction, so
 * what {@link #replay} reads afterwards is all there is and nobody else can add to it. Confined to the owner's thread.
 */
final class PartitionLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final RuntimeSettings settings;
    private final TopicPartition partition;
    private final KafkaProducer<byte[], byte[]> producer;

    private PartitionLog(RuntimeSettings settings, TopicPartition partition, KafkaProducer<byte[], byte[]> producer) {
        this.settings = settings;
        this.partition = partition;
        this.producer = producer;
    }

    static PartitionLog open(RuntimeSettings settings, int partition) {
        KafkaProducer<byte[], byte[]> producer = KafkaClients.transactional(settings, partition);
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
        return new PartitionLog(settings, new TopicPartition(settings.journal(), partition), producer);
    }

    /** Folds the whole journal; returns early when {@code stop} says so. */
    void replay(PartitionState state, BooleanSupplier stop) {
        String clientId = settings.service() + "-replay-" + partition.partition();
        try (KafkaConsumer<byte[], byte[]> reader = KafkaClients.reader(settings.kafka(), clientId)) {
            List<TopicPartition> only = List.of(partition);
            reader.assign(only);
            reader.seekToBeginning(only);
            long end = reader.endOffsets(only).get(partition);
            while (reader.position(partition) < end && !stop.getAsBoolean()) {
                for (ConsumerRecord<byte[], byte[]> read : reader.poll(POLL)) {
                    state.replay(read);
                }
            }
        }
    }

    /**
     * Writes all in one transaction.
     *
     * @return where each record lies, by its index
     * @throws RuntimeException any of Kafka's: the outcome is then unknown, and this log must be closed
     */
    IntFunction<Position> commit(List<ProducerRecord<byte[], byte[]>> records) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<byte[], byte[]> each : records) {
            sent.add(producer.send(each));
        }
        producer.commitTransaction();
        return index -> position(sent.get(index));
    }

    private static Position position(Future<RecordMetadata> sent) {
        try {
            RecordMetadata lies = sent.get();
            return new Position(lies.topic(), lies.partition(), lies.offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException("A record of a committed transaction failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Gives the producer up without waiting: an open transaction is ended by whoever opens the log next. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}

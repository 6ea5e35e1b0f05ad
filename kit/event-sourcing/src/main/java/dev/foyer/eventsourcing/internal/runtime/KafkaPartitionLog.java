package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * The log in Kafka, with two transactional producers in turn: the broker still writes the markers of one transaction
 * when the next one begins, and one id would have to wait for them. A transaction begins only after the commit of the
 * one before it returned, so the order in the log is the order of the decisions; opening fences both.
 */
final class KafkaPartitionLog implements PartitionLog {

    private static final int IN_TURN = 2;

    private final Partition partition;
    private final List<KafkaProducer<byte[], byte[]>> producers = new ArrayList<>();
    private int turn;

    private KafkaPartitionLog(Partition partition) {
        this.partition = partition;
    }

    static KafkaPartitionLog open(Partition partition) {
        KafkaPartitionLog log = new KafkaPartitionLog(partition);
        try {
            for (int i = 0; i < IN_TURN; i++) {
                log.producers.add(KafkaClients.transactional(partition.settings(), partition.number(), i));
            }
            log.fence();
            return log;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /** Both at once: a takeover waits for the slower one only. */
    private void fence() {
        try {
            CompletableFuture<?>[] fenced = producers.stream()
                    .map(producer -> CompletableFuture.runAsync(producer::initTransactions, Thread::startVirtualThread))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(fenced).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void replay(PartitionState state, BooleanSupplier stop) {
        try (JournalReader reader = new JournalReader(partition, "replay")) {
            reader.readTo(reader.end(), state, stop);
        }
    }

    @Override
    public IntFunction<Position> commit(List<ProducerRecord<byte[], byte[]>> records) {
        KafkaProducer<byte[], byte[]> producer = producers.get(turn);
        turn = (turn + 1) % IN_TURN;
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
            RecordMetadata written = sent.get();
            return new Position(written.topic(), written.partition(), written.offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException("A record of a committed transaction failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        producers.forEach(producer -> producer.close(Duration.ZERO));
    }
}

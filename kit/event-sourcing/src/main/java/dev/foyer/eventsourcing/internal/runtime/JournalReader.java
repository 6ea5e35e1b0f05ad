package dev.foyer.eventsourcing.internal.runtime;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Folds one partition of the journal into a state, from where the state stands. Confined to one thread but for {@link #wakeUp}. */
final class JournalReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final TopicPartition partition;
    private final KafkaConsumer<byte[], byte[]> reader;

    /** @param purpose tells this client from others in the broker's metrics and logs */
    JournalReader(Partition of, String purpose) {
        this.partition = new TopicPartition(of.settings().journal(), of.number());
        this.reader = KafkaClients.reader(of.settings().kafka(), of.thread(purpose));
        reader.assign(List.of(this.partition));
    }

    /** Where the journal ends now; what is in an open transaction does not count. */
    long end() {
        return reader.endOffsets(List.of(partition)).get(partition);
    }

    /** Returns when the state holds all before {@code end} and nothing behind it, or early when {@code stop} says so. */
    void readTo(long end, PartitionState state, BooleanSupplier stop) {
        reader.seek(partition, state.position());
        while (reader.position(partition) < end && !stop.getAsBoolean()) {
            fold(end, state, stop);
        }
        if (!stop.getAsBoolean() && state.position() < end) {
            state.position(end); // behind the last record there may be markers
        }
    }

    /** Tails the journal until {@code stop}, which must be followed by {@link #wakeUp}. */
    void tail(PartitionState state, BooleanSupplier stop) {
        reader.seek(partition, state.position());
        while (!stop.getAsBoolean()) {
            fold(Long.MAX_VALUE, state, stop);
        }
    }

    /** Ends a wait for records; may be called from any thread. */
    void wakeUp() {
        reader.wakeup();
    }

    private void fold(long end, PartitionState state, BooleanSupplier stop) {
        try {
            for (ConsumerRecord<byte[], byte[]> read : reader.poll(POLL).records(partition)) {
                if (read.offset() >= end || stop.getAsBoolean()) {
                    return;
                }
                state.replay(read);
            }
        } catch (WakeupException e) {
            // wakeUp: the caller looks at stop
        }
    }

    @Override
    public void close() {
        KafkaClients.closeNow(reader);
    }
}

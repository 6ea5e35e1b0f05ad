package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.Position;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One partition's log, held for writing. Opening it fences whoever held it before and ends their open transaction, so
 * what {@link #replay} reads afterwards is all there is and nobody else can add to it. Confined to the owner's thread.
 */
interface PartitionLog extends AutoCloseable {

    /** Opens the log of one partition for writing; throws what Kafka throws. */
    @FunctionalInterface
    interface Opener {
        PartitionLog open();
    }

    /** Folds what a state does not hold yet; returns early when {@code stop} says so. */
    void replay(PartitionState state, BooleanSupplier stop);

    /**
     * Writes all in one transaction.
     *
     * @return where each record lies, by its index
     * @throws RuntimeException any of Kafka's: the outcome is then unknown, and this log must be closed
     */
    IntFunction<Position> commit(List<ProducerRecord<byte[], byte[]>> records);

    /** Gives the log up without waiting: an open transaction is ended by whoever opens the log next. */
    @Override
    void close();
}

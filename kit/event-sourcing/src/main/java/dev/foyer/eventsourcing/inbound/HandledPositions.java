package dev.foyer.eventsourcing.inbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * How far one consumer may commit: never past a record that is not handled, and past everything else. When all that was
 * polled of a partition is handled, that is where the consumer stands, behind the markers of transactions and what was
 * aborted, which no record shows: only so can others see that this group has read a topic to its end. Thread-safe.
 */
public final class HandledPositions {

    /** One assignment of one partition; a later assignment of the same partition is another one. */
    private static final class Progress {
        /** The first record that was polled. */
        long from = -1;

        long polled = -1;
        long handled = -1;
        long committed = -1;
    }

    /** Guarded by this. */
    private final Map<TopicPartition, Progress> assigned = new HashMap<>();

    /** The consumer's thread got these, and will hand them on. */
    public synchronized void polled(ConsumerRecords<?, ?> records) {
        for (TopicPartition partition : records.partitions()) {
            List<? extends ConsumerRecord<?, ?>> polled = records.records(partition);
            if (polled.getFirst().offset() <= of(partition).polled) {
                assigned.remove(partition); // the topic was deleted and made anew
            }
            Progress progress = of(partition);
            progress.from = progress.from < 0 ? polled.getFirst().offset() : progress.from;
            progress.polled = polled.getLast().offset();
        }
    }

    /** The partitions are no longer ours: whoever reads them next commits for them. */
    public synchronized void revoked(Collection<TopicPartition> partitions) {
        partitions.forEach(assigned::remove);
    }

    /** @return to be run when all of these and all that were polled before them are handled */
    synchronized Runnable begun(ConsumerRecords<byte[], byte[]> records) {
        List<Runnable> all = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            ConsumerRecord<?, ?> last = records.records(partition).getLast();
            Progress progress = of(partition);
            // Who waits for the same thing is told in any order.
            all.add(() -> progress.handled = Math.max(progress.handled, last.offset()));
        }
        return () -> {
            synchronized (this) {
                all.forEach(Runnable::run);
            }
        };
    }

    /** Of which partitions are ours, as far as they are known. */
    synchronized Set<String> topics() {
        return assigned.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }

    private Progress of(TopicPartition partition) {
        return assigned.computeIfAbsent(partition, first -> new Progress());
    }

    /** What is to be committed now; empty when nothing moved. To be called by the consumer's thread. */
    public synchronized Map<TopicPartition, OffsetAndMetadata> uncommitted(Consumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            Progress progress = of(partition);
            long reached = progress.handled == progress.polled ? position(consumer, partition) : progress.handled + 1;
            if (reached > 0 && reached != progress.committed) {
                moved.put(partition, new OffsetAndMetadata(reached));
            }
        }
        return moved;
    }

    /**
     * Records of all partitions of ours that are not handled yet, polled or not; as far as the consumer has heard of the ends. To
     * be called by the consumer's thread; asks nobody.
     */
    public synchronized long unhandled(Consumer<?, ?> consumer) {
        long all = 0;
        for (TopicPartition partition : consumer.assignment()) {
            Progress progress = of(partition);
            long notPolled = consumer.currentLag(partition).orElse(0);
            long polled = progress.handled == progress.polled
                    ? 0
                    : position(consumer, partition) - Math.max(progress.handled + 1, progress.from);
            all += notPolled + Math.max(0, polled);
        }
        return all;
    }

    /** Kafka has them; what it did not take is uncommitted still. */
    public synchronized void committed(Map<TopicPartition, OffsetAndMetadata> positions) {
        positions.forEach((partition, position) -> of(partition).committed = position.offset());
    }

    /** 0 while it is not known: it is looked up only when the partition is polled. */
    private static long position(Consumer<?, ?> consumer, TopicPartition partition) {
        try {
            return consumer.position(partition, Duration.ZERO);
        } catch (TimeoutException notYet) {
            return 0;
        }
    }
}

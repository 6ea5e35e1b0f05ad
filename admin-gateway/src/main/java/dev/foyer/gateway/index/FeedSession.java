package dev.foyer.gateway.index;

import dev.foyer.base.events.Unacceptable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** From records to what the live index shows, batch by batch. Used by the feed's thread, until something goes wrong. */
final class FeedSession {

    private static final Logger LOG = Logger.getLogger(FeedSession.class);

    private final Consumer<byte[], byte[]> consumer;
    private final LiveIndex index;
    private final FeedCounters counters;
    private final Map<TopicPartition, Long> end;
    private Map<TopicPartition, Long> positions;
    private boolean pastEnd;

    /**
     * @param consumer which stands where the index stands
     * @param end of the topics, when the index was opened
     */
    FeedSession(
            Consumer<byte[], byte[]> consumer, LiveIndex index, FeedCounters counters, Map<TopicPartition, Long> end) {
        this.consumer = consumer;
        this.index = index;
        this.counters = counters;
        this.end = end;
        catchUp();
    }

    /** Of the next record of each partition: everything before is shown. */
    Map<TopicPartition, Long> positions() {
        return positions;
    }

    /** Whether it shows all that was there at the beginning. */
    boolean isPastEnd() {
        return pastEnd;
    }

    /** @return what was read, which shows now */
    ConsumerRecords<byte[], byte[]> readOnce(Duration atMost) throws IOException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(atMost);
        boolean readAgain = index.mayHoldMore() && !pastEnd;
        if (pastEnd) {
            follow(records);
        } else {
            catchUp();
        }
        if (!records.isEmpty()) {
            IndexBatch batch = new IndexBatch(index, readAgain);
            for (ConsumerRecord<byte[], byte[]> one : records) {
                add(batch, one);
            }
            index.publish(batch.folded(positions));
        } else {
            index.check();
        }
        counters.behind(consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum());
        return records;
    }

    /** Asks for every partition, since the last records before an end may be none that we are given. */
    private void catchUp() {
        Map<TopicPartition, Long> now = new HashMap<>();
        consumer.assignment().forEach(partition -> now.put(partition, consumer.position(partition)));
        positions = Map.copyOf(now);
        pastEnd = end.entrySet().stream().allMatch(one -> now.get(one.getKey()) >= one.getValue());
    }

    private void follow(ConsumerRecords<byte[], byte[]> records) {
        if (!records.nextOffsets().isEmpty()) {
            Map<TopicPartition, Long> now = new HashMap<>(positions);
            records.nextOffsets().forEach((partition, next) -> now.put(partition, next.offset()));
            positions = Map.copyOf(now);
        }
    }

    /** A record that cannot be read is our own bug or somebody's mischief; it must not stop the others. */
    private void add(IndexBatch batch, ConsumerRecord<byte[], byte[]> one) throws IOException {
        try {
            if (LetterRecords.areIn(one.topic())) {
                batch.add(LetterRecords.read(one));
                counters.indexed();
            } else if (batch.add(read(one))) {
                counters.indexed();
            } else {
                counters.skipped();
            }
        } catch (Unacceptable | UnreadableEvent e) {
            LOG.errorf(
                    "Record %s-%d@%d is left out of the index: %s",
                    one.topic(), one.partition(), one.offset(), e.getMessage());
            counters.unreadable();
        }
    }

    /** Nothing of the index is asked here: whatever fails is the record's. */
    private static PublicEvent read(ConsumerRecord<byte[], byte[]> one) {
        try {
            return PublicEvent.read(one);
        } catch (Unacceptable e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Unacceptable(
                    "Its envelope cannot be read (" + e.getClass().getSimpleName() + ").");
        }
    }
}

package dev.foyer.eventsourcing.inbound;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll or more brought of one topic, in its order. Immutable.
 *
 * @param weight in records of at most {@link #OF_A_RECORD} bytes, of which larger ones are several
 * @param handled to be run when all of it, and all that was polled of its topic before it, is handled
 */
record PolledPart(ConsumerRecords<byte[], byte[]> records, int weight, Runnable handled) {

    static final int OF_A_RECORD = 4_096;

    static PolledPart of(ConsumerRecords<byte[], byte[]> records, Runnable handled) {
        int weight = 0;
        for (ConsumerRecord<byte[], byte[]> each : records) {
            weight += 1 + Math.max(0, each.serializedValueSize()) / OF_A_RECORD;
        }
        return new PolledPart(records, weight, handled);
    }

    /** By topic. */
    static Map<String, ConsumerRecords<byte[], byte[]>> byTopic(ConsumerRecords<byte[], byte[]> poll) {
        Map<String, Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>> byTopic = new HashMap<>();
        for (TopicPartition partition : poll.partitions()) {
            byTopic.computeIfAbsent(partition.topic(), first -> new HashMap<>())
                    .put(partition, poll.records(partition));
        }
        Map<String, ConsumerRecords<byte[], byte[]>> all = new HashMap<>();
        byTopic.forEach((topic, records) -> all.put(topic, new ConsumerRecords<>(records, Map.of())));
        return all;
    }

    /** Whether the other one goes on where this one ends, in the same topic: one that was made anew begins at small offsets. */
    boolean isContinuedBy(PolledPart later) {
        return later.records.partitions().stream().allMatch(partition -> {
            List<ConsumerRecord<byte[], byte[]>> ours = records.records(partition);
            return ours.isEmpty()
                    || ours.getLast().offset()
                            < later.records.records(partition).getFirst().offset();
        });
    }

    /** Many small polls are handled as one, because a batch costs nearly the same for one record as for a hundred. */
    PolledPart and(PolledPart later) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> both = new HashMap<>();
        for (PolledPart part : List.of(this, later)) {
            for (TopicPartition partition : part.records.partitions()) {
                both.computeIfAbsent(partition, first -> new ArrayList<>()).addAll(part.records.records(partition));
            }
        }
        return new PolledPart(new ConsumerRecords<>(both, Map.of()), weight + later.weight, () -> {
            handled.run();
            later.handled.run();
        });
    }

    /** When the oldest of it was written, in milliseconds since 1970. */
    long oldest() {
        long oldest = Long.MAX_VALUE;
        for (ConsumerRecord<byte[], byte[]> each : records) {
            oldest = Math.min(oldest, each.timestamp());
        }
        return oldest;
    }
}

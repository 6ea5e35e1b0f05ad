package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Loads the snapshots of one partition, if they are of our format. */
final class SnapshotReader {

    private static final Logger LOG = Logger.getLogger(SnapshotReader.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Partition of;
    private final TopicPartition partition;

    SnapshotReader(Partition of, Snapshots from) {
        this.of = of;
        this.partition = new TopicPartition(from.topic(), of.number());
    }

    /**
     * Leaves the state as the snapshots have it, standing at their mark; or empty, when there are none, others, or when
     * {@code stop} says so.
     *
     * @throws NewerFormat when a later version has written one of them
     */
    void load(PartitionState state, BooleanSupplier stop) {
        SnapshotLoad load = new SnapshotLoad(of, state);
        KafkaConsumer<byte[], byte[]> reader = KafkaClients.reader(of.settings().kafka(), of.thread("snapshots"));
        try {
            reader.assign(List.of(partition));
            reader.seekToBeginning(List.of(partition));
            long end = reader.endOffsets(List.of(partition)).get(partition);
            state.expect(end - reader.beginningOffsets(List.of(partition)).get(partition));
            while (reader.position(partition) < end && !stop.getAsBoolean()) {
                for (ConsumerRecord<byte[], byte[]> read : reader.poll(POLL).records(partition)) {
                    load.add(read.topic(), new String(read.key(), UTF_8), read.headers(), read.value());
                }
            }
        } finally {
            KafkaClients.closeNow(reader);
        }
        if (stop.getAsBoolean()) {
            state.clear();
        } else if (!load.complete()) {
            LOG.infof("The snapshots in %s are of another format; folding the whole journal.", partition);
        }
    }
}

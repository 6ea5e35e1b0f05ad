package dev.foyer.service.eventsourced;

import dev.foyer.eventsourcing.inbound.HandledPositions;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Tells the {@link HandledPositions} of a channel what its consumer polled, before the connector queues it. */
public final class PolledRecords implements ConsumerInterceptor<byte[], byte[]> {

    /** Where the consumer's configuration holds the positions. */
    static final String POSITIONS = "foyer.positions";

    private HandledPositions positions;

    @Override
    public void configure(Map<String, ?> config) {
        positions = (HandledPositions) config.get(POSITIONS);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        positions.polled(records);
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}

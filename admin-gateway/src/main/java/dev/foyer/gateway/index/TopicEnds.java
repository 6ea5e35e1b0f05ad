package dev.foyer.gateway.index;

import dev.foyer.base.Position;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How far the topics are at this moment, whatever the index has read. Thread-safe; connects when it is asked first. */
final class TopicEnds implements AutoCloseable {

    private final Map<String, Object> connection;
    private Admin admin;
    private boolean closed;

    /** @param connection the settings of a Kafka client */
    TopicEnds(Map<String, Object> connection) {
        this.connection = new HashMap<>(connection);
        this.connection.put(AdminClientConfig.CLIENT_ID_CONFIG, "admin-gateway-ends");
    }

    /**
     * The last records that anybody can have read of these partitions.
     *
     * @throws KafkaException when the broker does not say so in time
     */
    List<Position> of(Collection<TopicPartition> partitions, Duration atMost) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        try {
            Map<TopicPartition, ListOffsetsResultInfo> ends = admin().listOffsets(
                            latest,
                            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs((int) atMost.toMillis()))
                    .all()
                    .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return ends.entrySet().stream()
                    .map(end -> new Position(
                            end.getKey().topic(),
                            end.getKey().partition(),
                            end.getValue().offset() - 1))
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The broker does not say how far the topics are", e);
        }
    }

    private synchronized Admin admin() {
        if (closed) {
            throw new KafkaException("The gateway stops");
        }
        if (admin == null) {
            admin = Admin.create(connection);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}

package dev.foyer.eventsourcing.inbound;

import dev.foyer.base.Backoff;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * Which topic of a name it is that we read: one that was deleted and made anew, by a mirror or from a backup, begins with small offsets
 * and with times as old as what it brings, so that only the broker's id for it tells them apart. Asked for again when a partition is
 * new to us and when its offsets go back. Thread-safe; {@link #read} is called by one thread at a time for each topic.
 */
public final class TopicIds implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicIds.class);
    private static final Backoff BACKOFF = Backoff.between(Duration.ofMillis(100), Duration.ofSeconds(5));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Enough of 22 to tell the topics of one name apart. */
    private static final int LENGTH = 8;

    private final Admin admin;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> reached = new ConcurrentHashMap<>();

    public TopicIds(Map<String, Object> kafka) {
        this.admin = Admin.create(new HashMap<>(kafka));
    }

    /** {@code null} for one that nothing was read from, and for one that is gone already. */
    String of(String topic) {
        return ids.get(topic);
    }

    /**
     * Before these are handled; blocks until the broker has said what is not known.
     *
     * @return false when {@code stop} said so before
     */
    boolean read(ConsumerRecords<?, ?> poll, BooleanSupplier stop) {
        Set<String> unknown = new HashSet<>();
        for (TopicPartition partition : poll.partitions()) {
            var records = poll.records(partition);
            Long last = reached.put(partition, records.getLast().offset());
            if (last == null || records.getFirst().offset() <= last) {
                unknown.add(partition.topic());
            }
        }
        for (int tries = 1; !unknown.isEmpty() && !stop.getAsBoolean(); tries++) {
            admin.describeTopics(unknown).topicNameValues().forEach((topic, asked) -> {
                if (answered(topic, asked)) {
                    unknown.remove(topic);
                }
            });
            if (!unknown.isEmpty()) {
                pause(tries);
            }
        }
        return unknown.isEmpty();
    }

    /** @return false when it is to be asked for again */
    private boolean answered(String topic, KafkaFuture<TopicDescription> asked) {
        try {
            Uuid id = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).topicId();
            ids.put(topic, id.toString().substring(0, LENGTH));
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return true; // gone since then: as what it was known, or as nothing
            }
            LOG.warnf("The broker does not say which %s it has: %s; asking again.", topic, e.getCause());
            return false;
        } catch (TimeoutException e) {
            LOG.warnf("The broker does not say which %s it has; asking again.", topic);
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a reader", e);
        }
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(BACKOFF.after(tries));
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a reader", e);
        }
    }

    /** The partitions are no longer ours: who knows what becomes of their topics. */
    public void revoked(Collection<TopicPartition> partitions) {
        partitions.forEach(reached::remove);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}

package dev.foyer.eventsourcing.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads others' topics as a member of a group: at least once, in order per key, many keys at a time. Positions are
 * committed only when every record before them has been handled or buried, so a crash repeats and never skips.
 */
public final class TopicReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    /** A topic that was deleted is asked for until then; afterwards the reader begins anew without it. */
    private static final Duration COMMIT = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final String group;
    private final Optional<String> instanceId;
    private final Subscription subscription;
    private final KeyOrderedProcessor handling;
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final ReaderThread thread;
    /** Only touched by the reading thread, which also runs the rebalances. */
    private boolean waiting;

    /**
     * Starts reading at once; a new group starts at the beginning.
     *
     * @param instanceId makes a restart take its partitions back at once, without waiting for the session to time out
     */
    public TopicReader(
            Map<String, Object> kafka,
            String group,
            Optional<String> instanceId,
            Subscription subscription,
            InboundHandler handler,
            DeadLetters deadLetters,
            MeterRegistry metrics) {
        this.kafka = kafka;
        this.group = group;
        this.instanceId = instanceId;
        this.subscription = subscription;
        this.thread = new ReaderThread(group + "-reader", this::read);
        this.handling =
                new KeyOrderedProcessor(handler, deadLetters, new InboundCounters(metrics, group), thread::stopping);
        thread.start();
    }

    /** Reads these topics and counts for nobody. */
    public TopicReader(
            Map<String, Object> kafka,
            String group,
            Optional<String> instanceId,
            List<String> topics,
            InboundHandler handler,
            DeadLetters deadLetters) {
        this(
                kafka,
                group,
                instanceId,
                new Subscription.Named(topics),
                handler,
                deadLetters,
                new CompositeMeterRegistry());
    }

    public boolean alive() {
        return thread.alive();
    }

    private void read() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            committed.clear();
            waiting = false;
            subscription.subscribe(consumer, pausedWhileHandling(consumer));
            InFlightPoll before = InFlightPoll.nothing();
            while (!thread.stopping()) {
                boolean idle = before.isHandled();
                if (idle) {
                    commit(consumer, before.reached());
                }
                // While one poll is being decided the next one is begun, so that the owners never wait for the reader.
                InFlightPoll next = handling.begin(consumer.poll(idle ? POLL : Duration.ZERO), before);
                next.reached().putAll(positions(consumer));
                if (await(consumer, before)) {
                    commit(consumer, before.reached());
                }
                before = next;
            }
        }
    }

    /**
     * While the group moves partitions it takes no position. To begin anew then would leave the group, which moves
     * partitions again, so that others' commits fail too; the next poll ends the move, and the next commit makes good
     * what stays with us. What does not is read twice.
     */
    private void commit(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> reached) {
        reached.keySet().retainAll(consumer.assignment()); // what went meanwhile is its next reader's to commit
        reached.entrySet().removeIf(at -> at.getValue().offset() == committed.getOrDefault(at.getKey(), -1L));
        if (reached.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(reached, COMMIT);
            reached.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        } catch (RebalanceInProgressException moving) {
            LOG.debugf("%s: partitions are being moved; committing after that.", group);
        }
    }

    /** Where the next poll would go on, as far as it moved; includes the markers behind the last record. */
    private Map<TopicPartition, OffsetAndMetadata> positions(KafkaConsumer<byte[], byte[]> consumer) {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            long position = consumer.position(partition);
            if (position != committed.getOrDefault(partition, -1L)) {
                moved.put(partition, new OffsetAndMetadata(position));
            }
        }
        return moved;
    }

    /** Keeps the membership alive while commands are decided. False when we stop before the end. */
    private boolean await(KafkaConsumer<byte[], byte[]> consumer, InFlightPoll before) {
        if (before.isHandled()) {
            return true;
        }
        waiting = true;
        consumer.pause(consumer.assignment());
        while (!before.isHandled()) {
            if (thread.stopping()) {
                return false;
            }
            try {
                before.handled().get(POLL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (TimeoutException e) {
                if (!consumer.poll(Duration.ZERO).isEmpty()) {
                    throw new IllegalStateException("A paused partition gave records");
                }
            } catch (ExecutionException e) {
                before.isHandled(); // says why
            }
        }
        consumer.resume(consumer.assignment());
        waiting = false;
        return true;
    }

    /** A partition that arrives while others are handled must not move on: nobody would handle what is polled then. */
    private ConsumerRebalanceListener pausedWhileHandling(KafkaConsumer<byte[], byte[]> consumer) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                if (waiting) {
                    consumer.pause(partitions);
                }
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                partitions.forEach(committed::remove);
            }
        };
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
        instanceId.ifPresent(id -> config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        config.putAll(subscription.settings());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        thread.stop();
    }
}

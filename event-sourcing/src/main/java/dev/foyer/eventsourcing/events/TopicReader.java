package dev.foyer.eventsourcing.events;

import dev.foyer.eventsourcing.Unavailable;
import dev.foyer.eventsourcing.events.InboundHandler.Unacceptable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.jboss.logging.Logger;

/**
 * Reads others' topics as a member of a group: at least once, in order per key, many keys at a time. Positions are
 * committed only when every record before them has been handled or buried, so a crash repeats and never skips.
 */
public final class TopicReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MOST_TRIES = 5;
    private static final Executor RETRY = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

    private final Map<String, Object> kafka;
    private final String group;
    private final Optional<String> instanceId;
    private final List<String> topics;
    private final InboundHandler handler;
    private final DeadLetters deadLetters;
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final ReaderThread thread;
    /** Only touched by the reading thread, which also runs the rebalances. */
    private boolean handling;

    /**
     * Starts reading at once; a new group starts at the beginning.
     *
     * @param instanceId makes a restart take its partitions back at once, without waiting for the session to time out
     */
    public TopicReader(
            Map<String, Object> kafka,
            String group,
            Optional<String> instanceId,
            List<String> topics,
            InboundHandler handler,
            DeadLetters deadLetters) {
        this.kafka = kafka;
        this.group = group;
        this.instanceId = instanceId;
        this.topics = topics;
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.thread = new ReaderThread(group + "-reader", this::read);
        thread.start();
    }

    public boolean alive() {
        return thread.alive();
    }

    private void read() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            committed.clear();
            handling = false;
            consumer.subscribe(topics, pausedWhileHandling(consumer));
            while (!thread.stopping()) {
                List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>();
                consumer.poll(POLL).forEach(polled::add);
                Map<TopicPartition, OffsetAndMetadata> reached = positions(consumer);
                if (await(consumer, handleAll(polled)) && !reached.isEmpty()) {
                    commit(consumer, reached);
                }
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
        try {
            consumer.commitSync(reached);
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
    private boolean await(KafkaConsumer<byte[], byte[]> consumer, CompletableFuture<Void> handled) {
        if (handled.isDone()) {
            return true;
        }
        handling = true;
        consumer.pause(consumer.assignment());
        while (!handled.isDone()) {
            if (thread.stopping()) {
                return false;
            }
            try {
                handled.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (TimeoutException e) {
                if (!consumer.poll(Duration.ZERO).isEmpty()) {
                    throw new IllegalStateException("A paused partition gave records");
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("Handling never fails for good", e);
            }
        }
        consumer.resume(consumer.assignment());
        handling = false;
        return true;
    }

    /** A partition that arrives while others are handled must not move on: nobody would handle what is polled then. */
    private ConsumerRebalanceListener pausedWhileHandling(KafkaConsumer<byte[], byte[]> consumer) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                if (handling) {
                    consumer.pause(partitions);
                }
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                partitions.forEach(committed::remove);
            }
        };
    }

    private CompletableFuture<Void> handleAll(List<ConsumerRecord<byte[], byte[]>> polled) {
        Map<Bytes, CompletableFuture<Object>> lastOfKey = new HashMap<>();
        List<CompletableFuture<?>> withoutKey = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : polled) {
            if (each.key() == null) {
                withoutKey.add(untilHandled(each, 1));
            } else {
                lastOfKey.compute(
                        Bytes.wrap(each.key()),
                        (key, before) -> before == null
                                ? untilHandled(each, 1)
                                : before.thenCompose(done -> untilHandled(each, 1)));
            }
        }
        withoutKey.addAll(lastOfKey.values());
        return CompletableFuture.allOf(withoutKey.toArray(CompletableFuture[]::new));
    }

    /**
     * Tries again until the record is handled or buried. "Not now" is tried for ever, because nothing may be lost; any
     * other failure is a bug of the handler with this record, and after some tries it must not stop all the others.
     */
    private CompletableFuture<Object> untilHandled(ConsumerRecord<byte[], byte[]> each, int tries) {
        return attempt(each)
                .thenApply(Object.class::cast)
                .exceptionallyCompose(failure -> {
                    if (thread.stopping()) {
                        return new CompletableFuture<>(); // never: the position stays before this record
                    }
                    Throwable why = cause(failure);
                    if (!(why instanceof Unavailable) && tries >= MOST_TRIES) {
                        return bury(
                                each,
                                new Unacceptable("The handler failed with "
                                        + why.getClass().getSimpleName() + " " + tries + " times."));
                    }
                    LOG.warnf(
                            "%s-%d@%d cannot be handled yet: %s",
                            each.topic(),
                            each.partition(),
                            each.offset(),
                            why.getClass().getSimpleName());
                    return CompletableFuture.completedFuture(null)
                            .thenComposeAsync(again -> untilHandled(each, tries + 1), RETRY);
                })
                .toCompletableFuture();
    }

    private CompletionStage<?> attempt(ConsumerRecord<byte[], byte[]> each) {
        try {
            InboundEvent event = CloudEventReader.read(each);
            if (!handler.understands(event.type())) {
                return CompletableFuture.completedFuture(null);
            }
            return handler.handle(event)
                    .exceptionallyCompose(failure -> cause(failure) instanceof Unacceptable no
                            ? bury(each, no)
                            : CompletableFuture.failedFuture(failure));
        } catch (Unacceptable no) {
            return bury(each, no);
        } catch (RuntimeException bug) {
            return CompletableFuture.failedFuture(bug);
        }
    }

    private <T> CompletionStage<T> bury(ConsumerRecord<byte[], byte[]> each, Unacceptable why) {
        LOG.warnf("%s-%d@%d to dead letters: %s", each.topic(), each.partition(), each.offset(), why.getMessage());
        return deadLetters.bury(each, why.getMessage(), handler.confidential()).thenApply(done -> null);
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
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
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        thread.stop();
    }
}

package dev.foyer.service.eventsourced;

import dev.foyer.eventsourcing.inbound.HandledPositions;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Commits one channel's positions on its consumer's thread: at once after a batch that comes alone, ten times a second
 * while batches follow each other (each commit is a write for the broker, and what is read twice is handled once), and
 * every half second what moved without a batch or was not taken while partitions moved. Thread-safe.
 */
final class PositionCommits implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PositionCommits.class);
    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(100);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(2);

    private final String channel;
    private final KafkaConsumer<?, ?> consumer;
    private final HandledPositions positions;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Thread looks;
    private volatile long lastCommit = System.nanoTime() - BETWEEN_COMMITS.toNanos();
    /** Only touched by the consumer's thread. */
    private boolean committing;

    private volatile long unhandled;

    PositionCommits(String channel, KafkaConsumer<?, ?> consumer, HandledPositions positions) {
        this.channel = channel;
        this.consumer = consumer;
        this.positions = positions;
        this.looks = Thread.ofVirtual().name(channel + "-positions").start(this::look);
    }

    /** Soon, by the consumer's thread; does not wait. */
    void commit() {
        if (!asked.compareAndSet(false, true)) {
            return;
        }
        long wait = lastCommit + BETWEEN_COMMITS.toNanos() - System.nanoTime();
        if (wait <= 0) {
            onConsumerThread(this::commitAsync);
        } else {
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS)
                    .execute(() -> onConsumerThread(this::commitAsync));
        }
    }

    private void onConsumerThread(java.util.function.Consumer<Consumer<?, ?>> task) {
        consumer.runOnPollingThread((java.util.function.Consumer) task)
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("%s: positions are not committed: %s", channel, failure));
        // A poll that brings nothing would keep it waiting, and callers wait for positions.
        Consumer<?, ?> kafka = consumer.unwrap();
        if (kafka != null) {
            kafka.wakeup();
        }
    }

    /** Records that the broker has for this consumer and that are not handled, as of the last look half a second ago. */
    long unhandled() {
        return unhandled;
    }

    private void commitAsync(Consumer<?, ?> kafka) {
        asked.set(false);
        unhandled = positions.unhandled(kafka);
        if (committing) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> moved = positions.uncommitted(kafka);
        if (!moved.isEmpty()) {
            committing = true;
            lastCommit = System.nanoTime();
            kafka.commitAsync(moved, (offsets, failure) -> {
                committing = false;
                if (failure == null) {
                    positions.committed(offsets);
                    commit(); // what was handled meanwhile
                } else {
                    LOG.debugf("%s: positions are not committed yet: %s", channel, failure);
                }
            });
        }
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                commit();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Commits what is handled a last time; waits for it, but not for long. */
    @Override
    public void close() {
        looks.interrupt();
        onConsumerThread(this::commitLast);
    }

    private void commitLast(Consumer<?, ?> kafka) {
        try {
            kafka.commitSync(positions.uncommitted(kafka), LAST_COMMIT);
        } catch (WakeupException meantForAPoll) {
            kafka.commitSync(positions.uncommitted(kafka), LAST_COMMIT);
        }
    }
}

package dev.foyer.gateway.bridgeevents;

import dev.foyer.base.Problem;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Follows the end of {@code meeting.events} while somebody listens, for all connections together. What it reads is offered to those
 * of its tenant, and nobody is waited for. Thread-safe.
 */
@ApplicationScoped
class MeetingEventsTail {

    private static final Logger LOG = Logger.getLogger(MeetingEventsTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    BridgeEventsConfig config;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private final Map<String, Set<Subscription>> byTenant = new HashMap<>();
    /** {@code null}: nobody follows, or not yet. */
    private Positions positions;

    private boolean running;
    /** Who came before it is open. */
    private int arriving;

    /**
     * From now on everything of that tenant waits there.
     *
     * @throws Problem.ProblemException 503 when the broker does not answer
     */
    Subscription subscribe(String tenant) throws InterruptedException {
        lock.lock();
        arriving++;
        try {
            if (!running) {
                running = true;
                Thread.ofPlatform().daemon().name("bridge-events").start(this::run);
            }
            long left = PATIENCE.toNanos();
            while (positions == null && left > 0) {
                left = opened.awaitNanos(left);
            }
            if (positions == null) {
                throw Problem.unavailable("events-not-available", "The events cannot be read now; try again.", 5)
                        .exception();
            }
            Subscription made = new Subscription(tenant, positions, config.buffer());
            byTenant.computeIfAbsent(tenant, _ -> new HashSet<>()).add(made);
            return made;
        } finally {
            arriving--;
            lock.unlock();
        }
    }

    void unsubscribe(Subscription over) {
        lock.lock();
        try {
            byTenant.computeIfPresent(over.tenant(), (_, all) -> {
                all.remove(over);
                return all.isEmpty() ? null : all;
            });
        } finally {
            lock.unlock();
        }
    }

    /** Behind everything that it has got; {@code null} when something waits. */
    Positions quiet(Subscription subscription) {
        lock.lock();
        try {
            return subscription.isEmpty() && !subscription.isOver() ? positions : null;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        MeetingEventsTopic topic = new MeetingEventsTopic(kafka);
        while (goesOn()) {
            try (Consumer<byte[], byte[]> consumer = topic.open("admin-gateway-bridge-events")) {
                begin(topic, consumer);
                while (goesOn()) {
                    told(consumer.poll(POLL), consumer);
                }
            } catch (OffsetOutOfRangeException e) {
                LOG.warnf("What bridges have not heard yet is gone; they are told so: %s", e.getMessage());
                forget();
            } catch (RuntimeException e) {
                LOG.warnf("Events for bridges are read on in a moment: %s", e.toString());
                pause();
            }
        }
    }

    /** Nobody listens any more: the next one begins anew. */
    private boolean goesOn() {
        lock.lock();
        try {
            if (arriving == 0 && byTenant.isEmpty()) {
                running = false;
                positions = null;
            }
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void begin(MeetingEventsTopic topic, Consumer<byte[], byte[]> consumer) {
        Positions before = positions();
        if (before == null) {
            String id = topic.id();
            consumer.seekToEnd(consumer.assignment());
            Positions end = new Positions(id, MeetingEventsTopic.positions(consumer));
            lock.lock();
            try {
                positions = end;
                opened.signalAll();
            } finally {
                lock.unlock();
            }
        } else {
            MeetingEventsTopic.seek(consumer, before);
        }
    }

    private Positions positions() {
        lock.lock();
        try {
            return positions;
        } finally {
            lock.unlock();
        }
    }

    private void told(ConsumerRecords<byte[], byte[]> records, Consumer<?, ?> consumer) {
        lock.lock();
        try {
            long[] next = positions.next();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                next[record.partition()] = record.offset() + 1;
                CallEvent.of(record, () -> new Positions(positions.topic(), next))
                        .ifPresent(event ->
                                byTenant.getOrDefault(event.tenant(), Set.of()).forEach(one -> one.offer(event)));
            }
            for (TopicPartition partition : records.nextOffsets().keySet()) { // behind the markers of transactions
                next[partition.partition()] = Math.max(
                        next[partition.partition()],
                        records.nextOffsets().get(partition).offset());
            }
            positions = new Positions(positions.topic(), next);
        } finally {
            lock.unlock();
        }
    }

    private void forget() {
        lock.lock();
        try {
            byTenant.values().forEach(all -> all.forEach(Subscription::end));
            positions = null;
        } finally {
            lock.unlock();
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.foyer.gateway.streams;

import dev.foyer.base.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Who listens, by tenant, and up to where all of them have been offered what is theirs. Nobody is waited for. Thread-safe. */
public final class Audience {

    private final RecordReader reader;
    private final int buffer;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private final Map<String, Set<Subscription>> byTenant = new HashMap<>();
    /** Both {@code null}: nothing is told, or not yet. */
    private Layout layout;

    private Positions positions;
    /** Who came before it is open. */
    private int arriving;

    /** @param buffer how many events wait for each */
    public Audience(RecordReader reader, int buffer) {
        this.reader = reader;
        this.buffer = buffer;
    }

    /**
     * From now on everything of that tenant that is wanted waits there.
     *
     * @param first is done before, while nobody else comes or goes
     * @throws Problem.ProblemException 503 when nothing is told within that time
     */
    public Subscription join(String tenant, Predicate<Said> wanted, Runnable first, Duration atMost)
            throws InterruptedException {
        lock.lock();
        arriving++;
        try {
            first.run();
            long left = atMost.toNanos();
            while (positions == null && left > 0) {
                left = opened.awaitNanos(left);
            }
            if (positions == null) {
                throw Problem.unavailable("events-not-available", "The events cannot be read now; try again.", 5)
                        .exception();
            }
            Subscription made = new Subscription(tenant, wanted, layout, positions, buffer);
            byTenant.computeIfAbsent(tenant, _ -> new HashSet<>()).add(made);
            return made;
        } finally {
            arriving--;
            lock.unlock();
        }
    }

    /** Nothing more comes to that one. */
    public void leave(Subscription over) {
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
    public Positions quiet(Subscription subscription) {
        lock.lock();
        try {
            return subscription.isEmpty() && !subscription.isOver() ? positions : null;
        } finally {
            lock.unlock();
        }
    }

    /** When nobody listens nor comes, nothing is told any more. @param then is done while nobody comes */
    public void closeIfNobodyListens(Runnable then) {
        lock.lock();
        try {
            if (arriving == 0 && byTenant.isEmpty()) {
                positions = null;
                then.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** From there on it is told; does nothing when it is already. */
    public void open(Layout from, Supplier<Positions> start) {
        lock.lock();
        try {
            if (positions == null) {
                layout = from;
                positions = start.get();
                opened.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Up to where it is told; empty when it is not. */
    public Optional<Positions> positions() {
        lock.lock();
        try {
            return Optional.ofNullable(positions);
        } finally {
            lock.unlock();
        }
    }

    /** @param next behind which nothing else was read: also behind the markers of transactions */
    public void tell(Iterable<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> next) {
        lock.lock();
        try {
            if (positions == null) {
                return;
            }
            if (byTenant.isEmpty()) {
                positions = layout.advanced(positions, next);
                return;
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                tell(record);
            }
            positions = layout.advanced(positions, next);
        } finally {
            lock.unlock();
        }
    }

    private void tell(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        positions = layout.advanced(positions, Map.of(partition, record.offset() + 1));
        String tenant = reader.tenant(record);
        Set<Subscription> those = tenant == null ? null : byTenant.get(tenant);
        if (those != null) {
            reader.said(record)
                    .map(said -> new StreamEvent(said, layout.place(partition), record.offset(), positions))
                    .ifPresent(event -> those.stream()
                            .filter(one -> one.wants(event.said()))
                            .forEach(one -> one.offer(event)));
        }
    }

    /** All are cut off: what comes next is not what comes next to them. */
    public void end() {
        lock.lock();
        try {
            byTenant.values().forEach(all -> all.forEach(Subscription::end));
            positions = null;
        } finally {
            lock.unlock();
        }
    }
}

package dev.foyer.gateway.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * Writes recent entries into the index, behind the back of those who publish: when a search asks for it, when there are
 * many, or a second after the first of them. One thread writes and refreshes, another commits, so that no search waits
 * for a disk.
 *
 * <p>Thread-safe. Once writing has failed everything throws that failure, and only closing helps.
 */
final class Refreshes implements AutoCloseable {

    private static final long AT_LEAST_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(3);
    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);
    private static final int MANY = 5_000;
    /** Whoever publishes waits from here on: what is recent lives in the heap. */
    private static final int TOO_MANY = 20_000;

    private final Store store;
    private final RecentEntries recent;
    private final StopSignal stop = new StopSignal();
    private final Thread writing;
    private final Thread committing;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Under the lock. The first four count published batches.
    private long published;
    private long wanted;
    private long taken;
    private long shown;
    private int waitingEntries;
    private long firstWaitsSince;
    private long count;
    private Throwable failure;

    private volatile Map<TopicPartition, Long> written;
    private Map<TopicPartition, Long> committed;

    Refreshes(Store store, RecentEntries recent) {
        this.store = store;
        this.recent = recent;
        this.written = store.committed();
        this.committed = written;
        this.writing = Thread.ofPlatform().daemon().name("index-write").start(() -> guarded(this::write));
        this.committing =
                Thread.ofPlatform().daemon().name("index-commit").start(() -> guarded(this::commitNowAndThen));
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Something was added to the recent entries.
     *
     * @param recentNow how many no searcher shows yet
     */
    void published(int recentNow) throws IOException {
        locked(() -> {
            if (published++ == taken) {
                firstWaitsSince = System.nanoTime();
                changed.signalAll();
            }
            waitingEntries = recentNow;
            if (waitingEntries >= MANY) {
                changed.signalAll();
            }
            while (waitingEntries >= TOO_MANY) {
                awaitChange(Long.MAX_VALUE);
            }
        });
    }

    /** @throws IOException what made writing fail, if it did */
    void check() throws IOException {
        locked(() -> {});
    }

    /**
     * Blocks until searchers show all that was published until now; at once when they do.
     *
     * @param atMost for so long; on a machine that is busy reading very much in, the thread that writes is behind
     * @return whether they show it
     */
    boolean awaitAllPublished(Duration atMost) throws IOException {
        AtomicBoolean all = new AtomicBoolean();
        locked(() -> {
            long mine = published;
            if (wanted < mine) {
                wanted = mine;
                changed.signalAll();
            }
            long left = atMost.toNanos();
            while (shown < mine && left > 0) {
                left = awaitChange(left);
            }
            all.set(shown >= mine);
        });
        return all.get();
    }

    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Everything that was published is durable afterwards. */
    void finish() throws IOException {
        awaitAllPublished(FOR_EVER);
        stop();
        commit();
    }

    @Override
    public void close() throws IOException {
        stop();
        store.close();
    }

    private void write() throws IOException, InterruptedException {
        while (true) {
            long upTo;
            lock.lock();
            try {
                awaitNeed();
                if (stop.isWanted()) {
                    return;
                }
                upTo = published;
                taken = published;
                waitingEntries = 0;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
            RecentEntries.Generation frozen = recent.freeze();
            store.write(frozen);
            store.refresh();
            recent.forget();
            written = frozen.positions();
            lock.lock();
            try {
                shown = upTo;
                count++;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void awaitNeed() throws InterruptedException {
        while (!stop.isWanted()) {
            if (published == taken) {
                changed.await();
                continue;
            }
            long left = firstWaitsSince + AT_LEAST_EVERY_NANOS - System.nanoTime();
            if (wanted > taken || waitingEntries >= MANY || left <= 0) {
                return;
            }
            changed.await(left, TimeUnit.NANOSECONDS);
        }
    }

    private void commitNowAndThen() throws IOException {
        while (!stop.isWanted()) {
            stop.await(COMMIT_EVERY);
            commit();
        }
    }

    private void commit() throws IOException {
        Map<TopicPartition, Long> positions = written;
        if (!positions.equals(committed)) {
            store.commit(positions);
            committed = positions;
        }
    }

    private void stop() {
        stop.now();
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        join(writing);
        join(committing);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            lock.lock();
            try {
                failure = failure == null ? e : failure;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void locked(Work work) throws IOException {
        lock.lock();
        try {
            throwFailure();
            work.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the index is written");
        } finally {
            lock.unlock();
        }
    }

    /** @return what is left of the nanoseconds; nothing or less when they are over */
    private long awaitChange(long nanos) throws IOException, InterruptedException {
        if (stop.isWanted()) {
            throw new AlreadyClosedException("The index is closed");
        }
        long left = changed.awaitNanos(nanos);
        throwFailure();
        return left;
    }

    private void throwFailure() throws IOException {
        if (failure != null) {
            throw new IOException("The index cannot be written: " + failure.getMessage(), failure);
        }
    }
}

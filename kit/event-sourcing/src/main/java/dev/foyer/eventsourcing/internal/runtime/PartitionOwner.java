package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/**
 * The single writer of one partition: load, open the log, then take what waits, decide, commit once, answer. On any
 * doubt it opens the log again, and the log says what happened.
 *
 * <p>{@link #offer} may be called from any thread; all else happens in the owner's own thread. Commands that are still
 * queued when the owner stops fail with {@link Unavailable}: nothing happened to them.
 */
final class PartitionOwner {

    private static final Logger LOG = Logger.getLogger(PartitionOwner.class);
    private static final long IDLE_MILLIS = 100;
    private static final long FIRST_BACKOFF_MILLIS = 50;
    private static final long LAST_BACKOFF_MILLIS = 2_000;

    /** What the owner is doing; for health. */
    enum Phase {
        /** Reads the log for the first time; commands are turned away. */
        LOADING,
        /** Asks the log what became of a commit; commands wait. */
        RECOVERING,
        SERVING,
        STOPPED,
        /** The journal cannot be folded; only an operator can help. */
        BROKEN
    }

    private final Partition partition;
    private final PartitionClaim claim;
    private final PartitionMetrics metrics;
    private final BlockingQueue<PendingRequest> queue;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile Phase phase = Phase.LOADING;
    /** What the log holds, known without doubt; for whoever goes on with it after {@link #stop}. */
    private volatile PartitionState settled;

    /** @param warm what a standby knows of the log already */
    PartitionOwner(Partition partition, PartitionClaim claim, Optional<PartitionState> warm) {
        this.partition = partition;
        this.claim = claim;
        this.queue = new ArrayBlockingQueue<>(partition.settings().limits().queue());
        this.metrics = new PartitionMetrics(partition);
        this.thread = Thread.ofPlatform().name(partition.thread("owner")).start(() -> run(warm));
    }

    Phase phase() {
        return phase;
    }

    /** Commands that wait. */
    int queued() {
        return queue.size();
    }

    /** Since the snapshots were last complete; not a number before the first ones. */
    double snapshotAgeSeconds() {
        long savedAt = metrics.savedAt();
        return savedAt == 0 ? Double.NaN : (partition.settings().clock().millis() - savedAt) / 1_000.0;
    }

    boolean alive() {
        return thread.isAlive() && phase != Phase.BROKEN;
    }

    void offer(PendingRequest pending) {
        if (stopping) {
            pending.fail(partition.moved());
        } else if (phase == Phase.LOADING) {
            pending.fail(partition.loading());
        } else if (!queue.offer(pending)) {
            pending.fail(partition.overloaded());
        } else if (phase == Phase.STOPPED || phase == Phase.BROKEN) {
            drainAndFail(); // the owner may have gone between the first check and the offer
        }
    }

    /**
     * Lets the batch under way end, then stops. Returns when the partition may be given to somebody else.
     *
     * @return what the log holds, if that is certain
     */
    Optional<PartitionState> stop() {
        stopping = true;
        Threads.joinFully(thread);
        return Optional.ofNullable(settled).filter(PartitionState::isLoaded);
    }

    /** The partition is gone already: stop without waiting. Late commits are refused by the fence. */
    void abandon() {
        stopping = true;
    }

    private void run(Optional<PartitionState> warm) {
        try {
            PartitionState state = warm.orElse(null);
            while (!stopping) {
                state = serveFrom(state);
            }
        } finally {
            phase = phase == Phase.BROKEN ? Phase.BROKEN : Phase.STOPPED;
            stopping = true;
            drainAndFail();
        }
    }

    /**
     * Serves until something needs another state to begin with.
     *
     * @param known {@code null} to load it
     * @return what to go on with
     */
    private PartitionState serveFrom(PartitionState known) {
        long began = System.nanoTime();
        PartitionState state;
        try {
            state = known == null ? partition.load(() -> stopping) : known;
        } catch (BrokenSnapshot e) {
            LOG.errorf("%s: %s; folding the whole journal instead.", partition, e.getMessage());
            return partition.empty();
        } catch (RuntimeException e) {
            LOG.warnf("%s: %s; loading again.", partition, e);
            Threads.pause(FIRST_BACKOFF_MILLIS);
            return null;
        }
        // Who was told to stop may have a successor already, whatever time the lease has left.
        try (PartitionWriter writer = partition.writer(state, () -> !stopping && claim.lease(), metrics)) {
            return openAndServe(writer, began);
        } catch (BrokenSnapshot e) {
            phase = Phase.LOADING;
            LOG.errorf("%s: %s; folding the whole journal instead.", partition, e.getMessage());
            return partition.empty();
        } catch (BrokenJournal e) {
            phase = Phase.BROKEN;
            stopping = true;
            LOG.error(e.getMessage() + ". The partition is stopped.", e);
            return null;
        }
    }

    private PartitionState openAndServe(PartitionWriter writer, long began) {
        long backoff = FIRST_BACKOFF_MILLIS;
        long since = began;
        try {
            while (!stopping) {
                try {
                    writer.open(() -> stopping);
                    serving(writer.state(), since);
                    backoff = FIRST_BACKOFF_MILLIS;
                    while (!stopping) {
                        writer.work(take(writer.idleMillis()));
                    }
                } catch (BrokenJournal | BrokenSnapshot e) {
                    throw e;
                } catch (RuntimeException e) {
                    phase = phase == Phase.LOADING ? Phase.LOADING : Phase.RECOVERING;
                    since = System.nanoTime();
                    backoff = afterFailure(e, writer, backoff);
                }
            }
            settled = writer.release();
            return settled;
        } finally {
            writer.failAsMoved();
        }
    }

    private void serving(PartitionState state, long since) {
        if (stopping) {
            return;
        }
        phase = Phase.SERVING;
        metrics.recovered(System.nanoTime() - since);
        LOG.infof(
                "Owns %s: %d aggregates, ready after %d ms.",
                partition, state.size(), (System.nanoTime() - since) / 1_000_000);
    }

    /** @return how long to wait after the next failure */
    private long afterFailure(RuntimeException failure, PartitionWriter writer, long backoff) {
        if (FencingErrors.isFence(failure)) {
            stepDown(writer);
            return FIRST_BACKOFF_MILLIS;
        }
        LOG.warnf("%s: %s; asking the log.", partition, failure);
        if (isRejected(failure) || isRejected(failure.getCause())) {
            writer.fail(failure); // a record that the broker will never take must not be tried for ever
        }
        Threads.pause(backoff);
        awaitClaim();
        return Math.min(backoff * 2, LAST_BACKOFF_MILLIS);
    }

    /** Whoever was cut off for long may have a successor: to open the log again would fence the rightful owner. */
    private void awaitClaim() {
        while (!stopping && !claim.lease() && !claim.confirm(() -> stopping)) {
            Threads.pause(IDLE_MILLIS);
        }
    }

    /** Too large, or by a clock that is far ahead of the broker's. */
    private static boolean isRejected(Throwable failure) {
        return failure instanceof RecordTooLargeException || failure instanceof InvalidTimestampException;
    }

    /** Somebody else has the log. Come back only when the group itself says that the partition is (still) ours. */
    private void stepDown(PartitionWriter writer) {
        LOG.infof("%s was taken over; stepping down until the group says otherwise.", partition);
        writer.close();
        writer.failAsMoved();
        while (!stopping && !claim.confirm(() -> stopping)) {
            drainAndFail();
            Threads.pause(IDLE_MILLIS);
        }
    }

    /** Waits for commands; those that waited too long are turned away. */
    private List<PendingRequest> take(long atMostMillis) {
        try {
            PendingRequest first = queue.poll(Math.min(IDLE_MILLIS, atMostMillis), TimeUnit.MILLISECONDS);
            if (first == null) {
                return List.of();
            }
            List<PendingRequest> taken = new ArrayList<>();
            taken.add(first);
            queue.drainTo(taken, partition.settings().limits().batch() - 1);
            long oldest =
                    System.nanoTime() - partition.settings().limits().patience().toNanos();
            if (first.since() - oldest < 0) {
                taken.removeIf(pending -> tooOld(pending, oldest));
            }
            return taken;
        } catch (InterruptedException e) {
            stopping = true;
            return List.of();
        }
    }

    private boolean tooOld(PendingRequest pending, long oldest) {
        boolean old = pending.since() - oldest < 0;
        if (old) {
            pending.fail(partition.overloaded());
        }
        return old;
    }

    private void drainAndFail() {
        List<PendingRequest> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(pending -> pending.fail(partition.moved()));
    }
}

package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.Backoff;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Broken;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Ended;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Loading;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Serving;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Stopped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The single writer of one partition: load, open the log, then take what waits, decide, commit once, answer. After any
 * failure it opens the log again, and the log says what happened.
 *
 * <p>{@link #offer} may be called from any thread; all else happens in the owner's own thread. Requests that are still
 * queued when the owner stops fail with {@link Unavailable}: nothing happened to them.
 */
final class PartitionOwner {

    private static final Logger LOG = Logger.getLogger(PartitionOwner.class);
    private static final long IDLE_MILLIS = 100;
    private static final long CLOCK_NEWS_NANOS = 60_000_000_000L;
    private static final Backoff BACKOFF = Backoff.between(Duration.ofMillis(50), Duration.ofSeconds(2));

    private final Partition partition;
    private final PartitionClaim claim;
    private final PartitionMetrics metrics;
    private final RequestQueue queue;
    private final OwnerLifecycle lifecycle = new OwnerLifecycle();
    private final Thread thread;
    /** Set by whoever wants this owner to end; the lifecycle ends when the owner's thread has seen it. */
    private volatile boolean stopping;

    /** When the broker last refused a record because of its time, or long ago. */
    private volatile long clockRefusedNanos = System.nanoTime() - CLOCK_NEWS_NANOS;

    /** @param warm what a standby knows of the log already */
    PartitionOwner(Partition partition, PartitionClaim claim, Optional<PartitionState> warm) {
        this.partition = partition;
        this.claim = claim;
        this.queue = new RequestQueue(partition);
        this.metrics = new PartitionMetrics(partition);
        this.thread = Thread.ofPlatform().name(partition.thread("owner")).start(() -> run(warm));
    }

    OwnerState state() {
        return lifecycle.current();
    }

    boolean alive() {
        return thread.isAlive() && !(lifecycle.current() instanceof Broken);
    }

    /** Whether the broker refused a record because of its time, a moment ago. */
    boolean clockIsAhead() {
        return System.nanoTime() - clockRefusedNanos < CLOCK_NEWS_NANOS;
    }

    /** Requests that wait. */
    int queued() {
        return queue.size();
    }

    /** In memory, when the last batch was done. */
    int aggregates() {
        return metrics.aggregates();
    }

    /** The same, of one type. */
    int aggregates(String type) {
        return metrics.aggregates(type);
    }

    /** Since the snapshots were last complete; not a number before the first ones. */
    double snapshotAgeSeconds() {
        long savedAt = metrics.savedAt();
        return savedAt == 0 ? Double.NaN : (partition.settings().clock().millis() - savedAt) / 1_000.0;
    }

    void offer(PendingRequest request) {
        if (stopping) {
            request.fail(partition.moved());
        } else if (lifecycle.current() instanceof Loading) {
            request.fail(partition.loading());
        } else if (!queue.offer(request)) {
            request.fail(partition.overloaded());
        } else if (lifecycle.current() instanceof Ended) {
            queue.failAllAsMoved(); // the owner may have ended between the first check and the offer
        }
    }

    /**
     * Lets the batch in flight end, then stops. Returns when the partition may be given to another owner.
     *
     * @return what the log holds, if that is certain
     */
    Optional<PartitionState> stop() {
        stopping = true;
        Threads.joinFully(thread);
        return lifecycle.current() instanceof Stopped(Optional<PartitionState> known) ? known : Optional.empty();
    }

    /** The partition is gone already: stop without waiting. Late commits are refused by the fence. */
    void abandon() {
        stopping = true;
    }

    private void run(Optional<PartitionState> warm) {
        try {
            PartitionState known = warm.isPresent() ? warm.get() : load();
            while (!stopping) {
                known = serveFrom(known);
            }
            lifecycle.stopped(Optional.of(known).filter(PartitionState::isLoaded));
        } catch (BrokenJournal e) {
            lifecycle.journalBroken();
            LOG.error(e.getMessage() + ". The partition is stopped.", e);
        } catch (NewerFormat e) {
            lifecycle.journalBroken();
            partition.settings().stored().whenNewer().accept(e.getMessage() + ".");
        } finally {
            stopping = true;
            if (!(lifecycle.current() instanceof Ended)) {
                lifecycle.stopped(Optional.empty()); // a bug or an Error: nothing is certain
            }
            queue.failAllAsMoved();
        }
    }

    /** The state as the snapshots have it; the journal behind them is folded when the log is open. */
    private PartitionState load() {
        for (int failures = 1; !stopping; failures++) {
            try {
                return partition.load(() -> stopping);
            } catch (BrokenSnapshot e) {
                return withoutSnapshots(e);
            } catch (NewerFormat e) {
                throw e;
            } catch (RuntimeException e) {
                lifecycle.failed();
                LOG.warnf("%s: %s; loading again.", partition, e);
                Threads.pause(BACKOFF.after(failures).toMillis());
            }
        }
        return partition.empty();
    }

    private PartitionState withoutSnapshots(BrokenSnapshot e) {
        lifecycle.snapshotBroken();
        LOG.errorf("%s: %s; folding the whole journal instead.", partition, e.getMessage());
        return partition.empty();
    }

    /** Serves until it is stopped or another state is needed; returns what to go on with. */
    private PartitionState serveFrom(PartitionState known) {
        // Who was told to stop may have a successor already, whatever time the lease has left.
        try (PartitionWriter writer = partition.writer(known, () -> !stopping && claim.lease(), metrics)) {
            return serve(writer);
        } catch (BrokenSnapshot e) {
            return withoutSnapshots(e);
        }
    }

    private PartitionState serve(PartitionWriter writer) {
        int failures = 0;
        try {
            while (!stopping) {
                try {
                    writer.open(() -> stopping);
                    ready(writer.state());
                    failures = 0;
                    while (!stopping) {
                        writer.work(queue.take(Math.min(IDLE_MILLIS, writer.idleMillis())));
                        metrics.holds(writer.state());
                    }
                } catch (InterruptedException e) {
                    stopping = true;
                } catch (BrokenJournal | BrokenSnapshot | NewerFormat e) {
                    throw e;
                } catch (RuntimeException e) {
                    lifecycle.failed();
                    failures = afterFailure(e, writer, failures + 1);
                }
            }
            return writer.release();
        } finally {
            writer.failAsMoved();
        }
    }

    private void ready(PartitionState state) {
        if (stopping) {
            return; // perhaps not all was read
        }
        Serving serving = lifecycle.ready();
        metrics.recovered(serving.readyAfterNanos());
        metrics.holds(state);
        LOG.infof(
                "Owns %s: %d aggregates, ready after %d ms.",
                partition, state.size(), serving.readyAfterNanos() / 1_000_000);
    }

    /** @return the failures that count for the next wait */
    private int afterFailure(RuntimeException failure, PartitionWriter writer, int failures) {
        if (CommitErrors.isFence(failure)) {
            stepDown(writer);
            return 0;
        }
        LOG.warnf("%s: %s; asking the log.", partition, failure);
        if (CommitErrors.isRejection(failure)) {
            // To try the same record again would never end.
            boolean clock = CommitErrors.isClockAhead(failure);
            clockRefusedNanos = clock ? System.nanoTime() : clockRefusedNanos;
            writer.fail(clock ? partition.clockAhead() : failure);
        }
        Threads.pause(BACKOFF.after(failures).toMillis());
        awaitClaim();
        return failures;
    }

    /** Whoever was cut off for long may have a successor: to open the log again would fence the rightful owner. */
    private void awaitClaim() {
        while (!stopping && !claim.lease() && !claim.confirm(() -> stopping)) {
            Threads.pause(IDLE_MILLIS);
        }
    }

    /** Another owner has the log. Come back only when the group itself says that the partition is (still) ours. */
    private void stepDown(PartitionWriter writer) {
        LOG.infof("%s was taken over; stepping down until the group says otherwise.", partition);
        writer.close();
        writer.failAsMoved();
        while (!stopping && !claim.confirm(() -> stopping)) {
            queue.failAllAsMoved();
            Threads.pause(IDLE_MILLIS);
        }
    }
}

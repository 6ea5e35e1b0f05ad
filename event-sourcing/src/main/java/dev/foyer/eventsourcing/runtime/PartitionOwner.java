package dev.foyer.eventsourcing.runtime;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Unavailable;
import dev.foyer.eventsourcing.events.CloudEventWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/**
 * The single writer of one partition: recover, then take what waits, decide, commit once, answer. On any doubt it
 * forgets everything and recovers from the log; commands whose outcome was unknown are looked up there by their ids.
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
        RECOVERING,
        SERVING,
        STOPPED,
        /** The journal cannot be folded; only an operator can help. */
        BROKEN
    }

    private final RuntimeSettings settings;
    private final int partition;
    private final Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types;
    private final Predicate<BooleanSupplier> stillAssigned;
    private final CloudEventWriter writer;
    private final BlockingQueue<Pending> queue;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile Phase phase = Phase.RECOVERING;
    /** Taken from the queue, perhaps committed, not yet answered. */
    private List<Pending> inDoubt = List.of();

    /**
     * @param stillAssigned asks the group, for real, whether this instance is still its member; called after a fence,
     *     so that a zombie does not fence the rightful owner back; is given a way to learn that the answer is moot
     */
    PartitionOwner(
            RuntimeSettings settings,
            int partition,
            Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types,
            Predicate<BooleanSupplier> stillAssigned) {
        this.settings = settings;
        this.partition = partition;
        this.types = types;
        this.stillAssigned = stillAssigned;
        this.writer = new CloudEventWriter(settings.service());
        this.queue = new ArrayBlockingQueue<>(settings.queueCapacity());
        this.thread = Thread.ofPlatform()
                .name(settings.service() + "-owner-" + partition)
                .start(this::run);
    }

    Phase phase() {
        return phase;
    }

    boolean alive() {
        return thread.isAlive() && phase != Phase.BROKEN;
    }

    void offer(Pending pending) {
        if (stopping) {
            pending.fail(Pending.moved(partition));
        } else if (!queue.offer(pending)) {
            pending.fail(new Unavailable(
                    Unavailable.Reason.OVERLOADED,
                    "More than " + settings.queueCapacity() + " commands wait for partition " + partition + "."));
        } else if (phase == Phase.STOPPED) {
            drainAndFail(); // the owner may have gone between the first check and the offer
        }
    }

    /** Lets the batch under way end, then stops. Returns when the partition may be given to somebody else. */
    void stop() {
        stopping = true;
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The partition is gone already: stop without waiting. Late commits are refused by the fence. */
    void abandon() {
        stopping = true;
    }

    private void run() {
        long backoff = FIRST_BACKOFF_MILLIS;
        try {
            while (!stopping) {
                try (PartitionLog log = PartitionLog.open(settings, partition)) {
                    PartitionState state = recover(log);
                    backoff = FIRST_BACKOFF_MILLIS;
                    serve(log, state);
                } catch (BrokenJournal e) {
                    phase = Phase.BROKEN;
                    LOG.error(e.getMessage() + ". The partition is stopped.", e);
                    return;
                } catch (ProducerFencedException | InvalidProducerEpochException e) {
                    phase = Phase.RECOVERING;
                    stepDown();
                } catch (RuntimeException e) {
                    phase = Phase.RECOVERING;
                    LOG.warnf("Partition %d: %s; recovering from the log.", partition, e);
                    giveUpOnPoison(e);
                    pause(backoff);
                    backoff = Math.min(backoff * 2, LAST_BACKOFF_MILLIS);
                }
            }
        } finally {
            stopping = true;
            phase = phase == Phase.BROKEN ? Phase.BROKEN : Phase.STOPPED;
            inDoubt.forEach(pending -> pending.fail(Pending.moved(partition)));
            inDoubt = List.of();
            drainAndFail();
        }
    }

    /** Somebody else has the log. Come back only when the group itself says that the partition is (still) ours. */
    private void stepDown() {
        LOG.infof("Partition %d was taken over; stepping down until the group says otherwise.", partition);
        inDoubt.forEach(pending -> pending.fail(Pending.moved(partition)));
        inDoubt = List.of();
        while (!stopping && !stillAssigned.test(() -> stopping)) {
            drainAndFail();
            pause(IDLE_MILLIS);
        }
    }

    /** A record that the broker will never take must not be tried for ever. */
    private void giveUpOnPoison(RuntimeException failure) {
        if (failure instanceof RecordTooLargeException || failure.getCause() instanceof RecordTooLargeException) {
            inDoubt.forEach(pending -> pending.fail(failure));
            inDoubt = List.of();
        }
    }

    private PartitionState recover(PartitionLog log) {
        phase = Phase.RECOVERING;
        long started = System.nanoTime();
        PartitionState state = new PartitionState(types);
        log.replay(state, () -> stopping);
        if (stopping) {
            return state;
        }
        settleDoubts(state);
        state.forEach((key, aggregate) -> tellFollower(state.typeOf(key), key, aggregate));
        phase = Phase.SERVING;
        LOG.infof(
                "Owns partition %d of %s: %d aggregates recovered in %d ms.",
                partition, settings.journal(), state.size(), (System.nanoTime() - started) / 1_000_000);
        return state;
    }

    /** Answers what the log says was committed; the rest did not happen and is decided again, before newer commands. */
    private void settleDoubts(PartitionState state) {
        List<Pending> open = new ArrayList<>();
        for (Pending pending : inDoubt) {
            if (!(pending instanceof Pending.Write<?, ?, ?, ?, ?, ?> write && answeredFromLog(write, state))) {
                open.add(pending);
            }
        }
        inDoubt = open;
    }

    private static boolean answeredFromLog(Pending.Write<?, ?, ?, ?, ?, ?> write, PartitionState state) {
        Aggregate<?> aggregate = state.get(write.key());
        if (aggregate == null) {
            return false;
        }
        var known = aggregate.recent().find(write.meta.commandId());
        known.ifPresent(write::repeated);
        return known.isPresent();
    }

    private void serve(PartitionLog log, PartitionState state) {
        while (!stopping) {
            if (inDoubt.isEmpty()) {
                inDoubt = take();
            }
            if (inDoubt.isEmpty()) {
                continue;
            }
            Batch batch = new Batch(state, settings, writer, partition);
            inDoubt.forEach(batch::add);
            batch.answerAll(batch.records().isEmpty() ? index -> null : log.commit(batch.records()));
            inDoubt = List.of();
        }
    }

    private List<Pending> take() {
        try {
            Pending first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                return List.of();
            }
            List<Pending> taken = new ArrayList<>();
            taken.add(first);
            queue.drainTo(taken, settings.batchLimit() - 1);
            return taken;
        } catch (InterruptedException e) {
            stopping = true;
            return List.of();
        }
    }

    @SuppressWarnings("unchecked") // the key's prefix is the type
    private static <S, E> void tellFollower(AggregateType<S, ?, E, ?, ?, ?> type, String key, Aggregate<?> aggregate) {
        type.follower().recovered(key.substring(type.name().length() + 1), (S) aggregate.state());
    }

    private void drainAndFail() {
        List<Pending> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(pending -> pending.fail(Pending.moved(partition)));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

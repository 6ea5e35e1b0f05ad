package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.Position;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.StageListener.Stages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the owner of a partition does, step by step and without a thread: open the log, decide, commit once, answer.
 *
 * <p>The state is always what the log holds up to its position: a batch whose commit is in doubt is taken back from
 * memory at once, and {@link #open} reads what became of it. So a broker that stumbles costs the reading of a few
 * records, not of the journal. Commands whose outcome was unknown are looked up by their ids then.
 */
final class PartitionWriter implements AutoCloseable {

    private final Partition partition;
    private final PartitionLog.Opener opener;
    private final BooleanSupplier lease;
    private final CloudEventWriter events;
    private final Optional<SnapshotWriter> snapshots;
    private final PartitionState state;
    private final PartitionMetrics metrics;
    private PartitionLog log;
    /** Taken from the queue, perhaps committed, not yet answered. */
    private List<PendingRequest> inDoubt = List.of();
    /** Of the last batch; zero when nothing was to be written. */
    private long commitNanos;

    /**
     * @param lease whether nobody else can own the partition yet; asked after a decision that nothing was written for
     * @param state what is known of the log already
     */
    PartitionWriter(
            Partition partition,
            PartitionLog.Opener opener,
            BooleanSupplier lease,
            PartitionState state,
            PartitionMetrics metrics) {
        this.partition = partition;
        this.opener = opener;
        this.lease = lease;
        this.state = state;
        this.metrics = metrics;
        this.events = new CloudEventWriter(partition.settings().service());
        this.snapshots = partition.settings().snapshots().map(how -> new SnapshotWriter(how, partition));
    }

    PartitionState state() {
        return state;
    }

    /** Ends this writer's work on the state: what it had begun to save is unsaved again. For whoever goes on with it. */
    PartitionState release() {
        snapshots.ifPresent(writer -> writer.failed(state));
        state.forgetReplayed();
        return state;
    }

    /** Opens the log, which fences everybody else, and reads what the state does not hold yet. */
    void open(BooleanSupplier stop) {
        close();
        log = opener.open();
        if (!inDoubt.isEmpty()) {
            state.collectAnswers();
        }
        log.replay(state, stop);
        if (stop.getAsBoolean()) {
            return;
        }
        metrics.savedAt(state.unsaved().savedAt());
        state.ended().forgetLoaded();
        resolveInDoubt();
        if (partition.hasRecoveryListeners()) {
            state.takeReplayed().forEach(this::notifyRecovered);
        }
        if (!inDoubt.isEmpty()) {
            work(List.of());
        }
    }

    /**
     * Decides these commands, after those that are still in doubt and the timers that are due, and answers them.
     *
     * @throws RuntimeException what the log throws; the outcome of the commands is then in doubt until {@link #open}
     */
    void work(List<PendingRequest> taken) {
        long began = System.nanoTime();
        inDoubt = new ArrayList<>(inDoubt);
        inDoubt.addAll(taken);
        // One moment for all: what is decided together happened together, and a timer that is due now is due then.
        // In the milliseconds in which the journal keeps it, so that it is the same to whoever reads it.
        Instant now = partition.settings().clock().instant().truncatedTo(ChronoUnit.MILLIS);
        state.followTimers();
        TimerCommands.addDue(state, partition.settings().service(), now, inDoubt);
        snapshots.ifPresentOrElse(
                writer -> writer.beginIfDue(state), () -> state.ended().take());
        CommandBatch batch = new CommandBatch(state, partition, events, metrics, now);
        Optional<IntFunction<Position>> written = write(batch);
        if (written.isPresent()) {
            batch.answerAll(written.get());
        } else if (lease.getAsBoolean()) {
            batch.answerAll(index -> null);
        } else {
            // Nothing was written, so no fence has told whether the state is still the latest.
            failAsMoved();
        }
        tellStages(began);
        inDoubt = List.of();
    }

    private void tellStages(long began) {
        Instant end = Instant.now();
        Duration committed = Duration.ofNanos(commitNanos);
        Duration decided = Duration.ofNanos(System.nanoTime() - began).minus(committed);
        for (PendingRequest pending : inDoubt) {
            if (pending instanceof PendingRequest.Write<?, ?, ?, ?, ?, ?> write) {
                Duration waited = Duration.ofNanos(began - write.since());
                partition
                        .settings()
                        .stages()
                        .answered(write.type.name(), write.meta, new Stages(end, waited, decided, committed));
            }
        }
    }

    /** Decides and commits; nothing is left in memory of what is not known to be committed. */
    private Optional<IntFunction<Position>> write(CommandBatch batch) {
        commitNanos = 0;
        try {
            inDoubt.forEach(batch::add);
            List<ProducerRecord<byte[], byte[]>> records = batch.records();
            snapshots.ifPresent(writer -> records.addAll(writer.next(state)));
            if (records.isEmpty()) {
                return Optional.empty();
            }
            long began = System.nanoTime();
            IntFunction<Position> positions = log.commit(records);
            commitNanos = System.nanoTime() - began;
            metrics.committed(inDoubt.size(), commitNanos);
            snapshots.ifPresent(writer -> writer.committed(state));
            metrics.savedAt(state.unsaved().savedAt());
            return Optional.of(positions);
        } catch (RuntimeException e) {
            batch.undo();
            snapshots.ifPresent(writer -> writer.failed(state));
            throw e;
        }
    }

    /** Milliseconds until there is something to do without any command. */
    long idleMillis() {
        long due = state.dueTimes().next();
        long untilDue = due == StateEntry.NEVER
                ? due
                : Math.max(0, due - partition.settings().clock().millis());
        return Math.min(
                untilDue, snapshots.map(writer -> writer.waitMillis(state)).orElse(Long.MAX_VALUE));
    }

    /** Fails what is in doubt: whoever owns the partition now can tell. */
    void failAsMoved() {
        fail(partition.moved());
    }

    /** Fails what is in doubt for good. */
    void fail(RuntimeException why) {
        inDoubt.forEach(pending -> pending.fail(why));
        inDoubt = List.of();
    }

    /** Answers what the log says was committed; the rest did not happen and is decided again, before newer commands. */
    private void resolveInDoubt() {
        inDoubt = inDoubt.stream()
                .filter(pending ->
                        !(pending instanceof PendingRequest.Write<?, ?, ?, ?, ?, ?> write && answeredFromLog(write)))
                .toList();
        state.dropCollectedAnswers();
    }

    private boolean answeredFromLog(PendingRequest.Write<?, ?, ?, ?, ?, ?> write) {
        var known = state.answerTo(write.key(), write.meta.commandId());
        known.ifPresent(write::repeated);
        return known.isPresent();
    }

    private void notifyRecovered(String key) {
        tell(state.typeOf(key), key);
    }

    private <S, E> void tell(AggregateType<S, ?, E, ?, ?, ?> type, String key) {
        if (type.commitListener().wantsRecovery()) {
            type.commitListener().recovered(type.idOf(key), state.of(type, key).state());
        }
    }

    /** Gives the log up; what is in doubt stays so. */
    @Override
    public void close() {
        if (log != null) {
            log.close();
            log = null;
        }
    }
}

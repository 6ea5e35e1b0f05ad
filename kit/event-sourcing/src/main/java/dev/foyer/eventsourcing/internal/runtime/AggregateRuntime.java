package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * One instance of a service: a member of the group and the owner of whatever partitions the group gives it.
 *
 * <pre>
 * submit -> queue of the partition's owner -> decide, evolve in memory -> one transaction -> answer
 * </pre>
 *
 * Thread-safe. Stages are completed by the owner's thread: what is chained to them must not block.
 */
public final class AggregateRuntime implements Commands, AutoCloseable {

    private final RuntimeSettings settings;
    private final Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types;
    private final PartitionAssignments assignments;

    /** Joins the group at once; partitions arrive when the group says so. */
    public AggregateRuntime(RuntimeSettings settings, List<AggregateType<?, ?, ?, ?, ?, ?>> types) {
        this.settings = settings;
        this.types = types.stream().collect(Collectors.toUnmodifiableMap(AggregateType::name, type -> type));
        this.assignments = new PartitionAssignments(settings, number -> new Partition(settings, number, this.types));
    }

    @Override
    public <S, C, E, R, A, X> CompletionStage<Reply<R, A>> submit(
            AggregateType<S, C, E, R, A, X> type, String aggregateId, C command, CommandMeta meta) {
        var write = new PendingRequest.Write<>(type, aggregateId, command, meta);
        offer(write);
        return write.reply;
    }

    @Override
    public <S> CompletionStage<S> read(AggregateType<S, ?, ?, ?, ?, ?> type, String aggregateId) {
        var read = new PendingRequest.Read<>(type, type.key(aggregateId));
        offer(read);
        return read.reply();
    }

    private void offer(PendingRequest pending) {
        assignments.offer(Partitions.of(pending.key(), settings.partitions()), pending);
    }

    /** Joined the group, and every partition that it gave us is recovered. */
    public boolean ready() {
        return assignments.ready();
    }

    /** All threads live and no journal is broken. */
    public boolean alive() {
        return assignments.alive();
    }

    /** What each owned partition is doing, for health and people. */
    public Map<Integer, String> partitions() {
        return assignments.phases();
    }

    /**
     * Folds the whole journal and compares with what the snapshots and the journal behind them give. Reads only, and
     * needs the memory of one partition twice. Blocks for as long as reading the log takes.
     */
    public List<JournalCheck> verify() {
        return JournalCheck.of(settings, types);
    }

    /** Finishes and answers the batches in flight, and leaves the group. */
    @Override
    public void close() {
        assignments.close();
    }
}

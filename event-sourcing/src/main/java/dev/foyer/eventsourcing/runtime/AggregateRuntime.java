package dev.foyer.eventsourcing.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;

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
    private final Map<Integer, PartitionOwner> owners = new ConcurrentHashMap<>();
    private final Ownership ownership;

    /** Joins the group at once; partitions arrive when the group says so. */
    public AggregateRuntime(RuntimeSettings settings, List<AggregateType<?, ?, ?, ?, ?, ?>> types) {
        this.settings = settings;
        this.types = types.stream().collect(Collectors.toUnmodifiableMap(AggregateType::name, type -> type));
        this.ownership = new Ownership(settings, new Owners());
    }

    @Override
    public <S, C, E, R, A, X> CompletionStage<Reply<R, A>> submit(
            AggregateType<S, C, E, R, A, X> type, String aggregateId, C command, CommandMeta meta) {
        var write = new Pending.Write<>(type, aggregateId, command, meta);
        offer(write);
        return write.reply;
    }

    @Override
    public <S> CompletionStage<S> read(AggregateType<S, ?, ?, ?, ?, ?> type, String aggregateId) {
        var read = new Pending.Read<>(type, type.key(aggregateId), new CompletableFuture<S>());
        offer(read);
        return read.reply();
    }

    private void offer(Pending pending) {
        int partition = partitionOf(pending.key());
        PartitionOwner owner = owners.get(partition);
        if (owner == null) {
            pending.fail(Pending.moved(partition));
        } else {
            owner.offer(pending);
        }
    }

    /** Kafka's own hash, so that other tools find a key where we put it. */
    private int partitionOf(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % settings.partitions();
    }

    /** Joined the group, and every partition that it gave us is recovered. */
    public boolean ready() {
        return ownership.joined()
                && owners.values().stream().allMatch(owner -> owner.phase() == PartitionOwner.Phase.SERVING);
    }

    /** All threads live and no journal is broken. */
    public boolean alive() {
        return ownership.alive() && owners.values().stream().allMatch(PartitionOwner::alive);
    }

    /** What each owned partition is doing, for health and people. */
    public Map<Integer, String> partitions() {
        return owners.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().phase().name()));
    }

    /** Ends what is under way, answers it, and leaves the group. */
    @Override
    public void close() {
        ownership.close();
    }

    private final class Owners implements Ownership.Listener {

        @Override
        public void assigned(int partition) {
            owners.put(
                    partition,
                    new PartitionOwner(settings, partition, types, giveUp -> ownership.confirm(partition, giveUp)));
        }

        @Override
        public void revoked(int partition) {
            PartitionOwner owner = owners.remove(partition);
            if (owner != null) {
                owner.stop();
            }
        }

        @Override
        public void lost(int partition) {
            PartitionOwner owner = owners.remove(partition);
            if (owner != null) {
                owner.abandon();
            }
        }
    }
}

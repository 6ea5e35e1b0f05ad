package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.OwnerState.Serving;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One instance of a service: a member of the group, and of every partition the owner, a standby or nothing, as the group
 * says. A request goes into the queue of its partition's owner, or fails at once when that is another instance.
 *
 * <pre>
 * submit -> queue of the partition's owner -> decide, evolve in memory -> one transaction -> answer
 * </pre>
 *
 * Thread-safe. Stages are completed by the owner's thread: what is chained to them must not block.
 */
public final class AggregateRuntime implements Commands, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(AggregateRuntime.class);

    private static final String WAITING_FOR_BROKER = "WAITING_FOR_BROKER";

    private final RuntimeSettings settings;
    private final Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types;
    private final Map<Integer, PartitionOwner> owners = new ConcurrentHashMap<>();
    private final Map<Integer, Standby> standbys = new ConcurrentHashMap<>();
    private final GroupMembership membership;
    private volatile boolean closing;

    /** Joins the group at once; partitions arrive when the group says so. */
    public AggregateRuntime(RuntimeSettings settings, List<AggregateType<?, ?, ?, ?, ?, ?>> types) {
        this(types, settings);
        join();
    }

    private AggregateRuntime(List<AggregateType<?, ?, ?, ?, ?, ?>> types, RuntimeSettings settings) {
        this.settings = settings;
        this.types = types.stream().collect(Collectors.toUnmodifiableMap(AggregateType::name, type -> type));
        this.membership = new GroupMembership(settings, new Assignments());
        OwnerGauges.register(settings, this.types.keySet(), owners);
    }

    /** Takes no partition before {@link #join}: until then all commands are for other instances. */
    public static AggregateRuntime apart(RuntimeSettings settings, List<AggregateType<?, ?, ?, ?, ?, ?>> types) {
        return new AggregateRuntime(types, settings);
    }

    /** Joins the group, unless that is done already or this is closed; partitions arrive when the group says so. */
    public void join() {
        membership.start();
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

    private void offer(PendingRequest request) {
        int number = Partitions.of(request.key(), settings.partitions());
        PartitionOwner owner = owners.get(number);
        if (membership.silence().compareTo(settings.sessionTimeout()) > 0) {
            request.fail(brokerAway()); // it would wait for a commit that nobody takes
        } else if (owner == null) {
            request.fail(partition(number).moved());
        } else {
            owner.offer(request);
        }
    }

    private Partition partition(int number) {
        return new Partition(settings, number, types);
    }

    private Unavailable brokerAway() {
        return new Unavailable(
                Unavailable.Reason.BROKER_AWAY,
                "The Kafka broker has confirmed nothing to " + settings.service() + " for "
                        + membership.silence().toSeconds() + " s, so nothing can be decided until it does.");
    }

    /** Since when the broker has confirmed nothing to this instance; some hundred milliseconds are nothing. */
    public Duration brokerSilence() {
        return membership.silence();
    }

    /** Whether a commit could succeed now, as far as one can know: whether the group's coordinator confirms us. */
    public boolean brokerConfirms() {
        return membership.lease();
    }

    /** Whether the broker refused something within the last minute because our clock is far ahead of its own. */
    public boolean clockIsAhead() {
        return owners.values().stream().anyMatch(PartitionOwner::clockIsAhead);
    }

    /** Joined the group, which confirms it, and every partition that it gave us is served. */
    public boolean ready() {
        return membership.joined()
                && membership.lease()
                && owners.values().stream().allMatch(owner -> owner.state() instanceof Serving);
    }

    /** All threads live and no journal is broken. */
    public boolean alive() {
        return membership.alive() && owners.values().stream().allMatch(PartitionOwner::alive);
    }

    /** The state of each owned partition by its name, for health and people; none serves while the broker confirms nothing. */
    public Map<Integer, String> partitions() {
        return owners.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> shown(entry.getValue())));
    }

    private String shown(PartitionOwner owner) {
        OwnerState state = owner.state();
        return state instanceof Serving && !membership.lease() ? WAITING_FOR_BROKER : state.name();
    }

    /**
     * Folds the whole journal and compares with what the snapshots and the journal behind them give. Reads only, and
     * needs the memory of one partition twice. Blocks for as long as reading the log takes.
     */
    public List<JournalCheck> verify() {
        return JournalCheck.of(settings, types);
    }

    /**
     * Folds the journal up to these ends, or to where it ends now when there are none. Reads only; blocks for as long as that takes.
     *
     * @throws IllegalArgumentException when there is not one for each partition
     */
    public List<JournalStates> states(List<Long> ends) {
        return JournalStates.of(settings, types, ends);
    }

    /** Finishes and answers the batches in flight, and leaves the group. */
    @Override
    public void close() {
        closing = true;
        membership.close();
        standbys.values().forEach(Standby::stop);
    }

    /** Starts and stops owners and standbys. What one of them knows of a log goes to the next: nothing is read twice. */
    private final class Assignments implements GroupMembership.Listener {

        @Override
        public void assigned(int number) {
            Standby standby = standbys.remove(number);
            Optional<PartitionState> warm = standby == null ? Optional.empty() : standby.stop();
            owners.put(number, new PartitionOwner(partition(number), new PartitionClaim(membership, number), warm));
            changed("gained", number);
        }

        @Override
        public void revoked(int number) {
            PartitionOwner owner = owners.remove(number);
            if (owner != null) {
                Optional<PartitionState> known = owner.stop();
                changed("released", number);
                startStandby(number, known);
            }
        }

        @Override
        public void lost(int number) {
            PartitionOwner owner = owners.remove(number);
            if (owner != null) {
                owner.abandon();
                changed("lost", number);
                startStandby(number, Optional.empty());
            }
        }

        @Override
        public void rebalanced(Set<Integer> owned) {
            for (int number = 0; number < settings.partitions(); number++) {
                if (!owned.contains(number) && !standbys.containsKey(number)) {
                    startStandby(number, Optional.empty());
                }
            }
        }

        private void startStandby(int number, Optional<PartitionState> known) {
            if (settings.standby() && !closing) {
                standbys.put(number, new Standby(partition(number), known));
            }
        }

        private void changed(String how, int number) {
            LOG.infof("%s: %s by %s.", partition(number), how, settings.instanceUrl());
            PartitionMetrics.ownership(settings, how);
        }
    }
}

package dev.foyer.eventsourcing.internal.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Of every partition this instance is the owner, a standby, or nothing. The group decides; what one role knows of a log
 * it hands to the next, so that nothing is read twice.
 */
final class PartitionAssignments implements GroupMembership.Listener, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PartitionAssignments.class);

    private final RuntimeSettings settings;
    private final IntFunction<Partition> partitions;
    private final Map<Integer, PartitionOwner> owners = new ConcurrentHashMap<>();
    private final Map<Integer, Standby> standbys = new ConcurrentHashMap<>();
    private final GroupMembership membership;
    private volatile boolean closing;

    /** Joins the group at once. */
    PartitionAssignments(RuntimeSettings settings, IntFunction<Partition> partitions) {
        this.settings = settings;
        this.partitions = partitions;
        this.membership = new GroupMembership(settings, this);
        OwnerGauges.register(settings, owners);
        membership.start();
    }

    /** Fails the request at once when the partition is not ours. Any thread. */
    void offer(int number, PendingRequest pending) {
        PartitionOwner owner = owners.get(number);
        if (owner == null) {
            pending.fail(partitions.apply(number).moved());
        } else {
            owner.offer(pending);
        }
    }

    boolean ready() {
        return membership.joined()
                && owners.values().stream().allMatch(owner -> owner.phase() == PartitionOwner.Phase.SERVING);
    }

    boolean alive() {
        return membership.alive() && owners.values().stream().allMatch(PartitionOwner::alive);
    }

    Map<Integer, String> phases() {
        return owners.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().phase().name()));
    }

    @Override
    public void assigned(int number) {
        Partition partition = partitions.apply(number);
        Standby standby = standbys.remove(number);
        Optional<PartitionState> warm = standby == null ? Optional.empty() : standby.stop();
        owners.put(number, new PartitionOwner(partition, new GroupClaim(number), warm));
        changed("gained", partition);
    }

    @Override
    public void revoked(int number) {
        PartitionOwner owner = owners.remove(number);
        if (owner != null) {
            Optional<PartitionState> known = owner.stop();
            changed("released", partitions.apply(number));
            startStandby(number, known);
        }
    }

    @Override
    public void lost(int number) {
        PartitionOwner owner = owners.remove(number);
        if (owner != null) {
            owner.abandon();
            changed("lost", partitions.apply(number));
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
            standbys.put(number, new Standby(partitions.apply(number), known));
        }
    }

    private void changed(String how, Partition partition) {
        LOG.infof("%s: %s by %s.", partition, how, settings.instanceUrl());
        PartitionMetrics.ownership(settings, how);
    }

    @Override
    public void close() {
        closing = true;
        membership.close();
        standbys.values().forEach(Standby::stop);
    }

    /** What the group says about one partition. */
    private final class GroupClaim implements PartitionClaim {

        private final int number;

        GroupClaim(int number) {
            this.number = number;
        }

        @Override
        public boolean lease() {
            return membership.lease();
        }

        @Override
        public boolean confirm(BooleanSupplier giveUp) {
            return membership.confirm(number, giveUp);
        }
    }
}

package dev.foyer.eventsourcing.internal.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * This instance's membership in the consumer group that shares out the journal's partitions. Uses the group for nothing but
 * that: the consumer is paused, reads no record, and the offsets that it commits mean only "I am still a member".
 */
final class GroupMembership implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(GroupMembership.class);
    /** While it is not confirmed, or partitions have just moved: what is done between polls is part of what a takeover costs. */
    private static final Duration BUSY_POLL = Duration.ofMillis(20);
    /** A poll itself joins a rebalance as soon as a heartbeat's answer tells of one, so a long one costs nobody anything. */
    private static final Duration IDLE_POLL = Duration.ofMillis(250);

    private static final long SETTLED_NANOS = 5_000_000_000L;

    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration WAIT = Duration.ofMillis(100);

    /** Who starts and stops owners; called by the membership's thread. */
    interface Listener {
        void assigned(int partition);

        /** Must return only when the partition is free for its next owner. */
        void revoked(int partition);

        /** The group has given the partition away already. */
        void lost(int partition);

        /** After each change: all that is ours now. */
        void rebalanced(Set<Integer> owned);
    }

    private final RuntimeSettings settings;
    private final Listener listener;
    private final Lease lease;
    /** For the membership's thread: the only one that may use the consumer. */
    private final Queue<Consumer<KafkaConsumer<byte[], byte[]>>> tasks = new ConcurrentLinkedQueue<>();

    private volatile Thread thread;
    /** For others to wake, and nothing else. */
    private volatile KafkaConsumer<byte[], byte[]> polling;

    private volatile boolean stopping;
    private volatile boolean joined;
    /** For the membership's thread: what was said of the broker last. */
    private boolean confirmed;

    private long silentSince;
    private long movedNanos = System.nanoTime();

    GroupMembership(RuntimeSettings settings, Listener listener) {
        this.settings = settings;
        this.listener = listener;
        this.lease = new Lease(settings);
    }

    /** Joins the group, if that is not done yet. */
    synchronized void start() {
        if (thread == null && !stopping) {
            thread =
                    Thread.ofPlatform().name(settings.service() + "-membership").start(this::run);
        }
    }

    /** Whether the group has answered at least once; an instance may rightly own nothing. */
    boolean joined() {
        return joined;
    }

    boolean alive() {
        return thread == null || thread.isAlive();
    }

    /** Whether no other instance can have been given a partition that the group has not yet taken from us. */
    boolean lease() {
        return lease.valid();
    }

    /** Since when the group's coordinator has confirmed nothing: while it is silent, no commit succeeds either. */
    Duration silence() {
        return lease.silence();
    }

    /**
     * Asks the group's coordinator whether this member still holds the partition: a commit of an old generation is
     * refused. Blocks the caller, which must not be the membership's thread, until the answer, the session timeout or
     * {@code giveUp}.
     */
    boolean confirm(int partition, BooleanSupplier giveUp) {
        TopicPartition asked = new TopicPartition(settings.journal(), partition);
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        tasks.add(member -> answer.complete(holds(member, asked)));
        wake();
        long deadline = System.nanoTime() + settings.sessionTimeout().toNanos() * 2;
        while (System.nanoTime() < deadline && !giveUp.getAsBoolean()) {
            try {
                return answer.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static boolean holds(KafkaConsumer<byte[], byte[]> member, TopicPartition partition) {
        if (!member.assignment().contains(partition)) {
            return false;
        }
        try {
            member.commitSync(Map.of(partition, new OffsetAndMetadata(0)), COMMIT_TIMEOUT);
            return true;
        } catch (WakeupException meantForAPoll) {
            return holds(member, partition);
        } catch (RuntimeException refused) {
            LOG.infof("The group does not confirm %s: %s", partition, refused.toString());
            return false;
        }
    }

    private void run() {
        while (!stopping) {
            try (KafkaConsumer<byte[], byte[]> member = KafkaClients.member(settings)) {
                polling = member;
                member.subscribe(List.of(settings.journal()), new Rebalances(member));
                while (!stopping) {
                    poll(member);
                    afterJoin(member);
                    if (joined) {
                        lease.renew(member);
                        saySilence();
                    }
                    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
                        task.accept(member);
                    }
                }
            } catch (RuntimeException e) {
                LOG.warnf("Membership of %s: %s; joining again.", settings.service(), e);
                Threads.pause(WAIT.toMillis());
            } finally {
                polling = null;
            }
        }
    }

    private void wake() {
        KafkaConsumer<byte[], byte[]> now = polling;
        if (now != null) {
            now.wakeup();
        }
    }

    private void poll(KafkaConsumer<byte[], byte[]> member) {
        boolean settled = lease.valid() && tasks.isEmpty() && System.nanoTime() - movedNanos > SETTLED_NANOS;
        try {
            member.poll(settled ? IDLE_POLL : BUSY_POLL);
        } catch (WakeupException e) {
            // There is something to do: partitions came and need their lease, somebody asks, or this is the end.
        }
    }

    /** Once when it begins and once when it is over. */
    private void saySilence() {
        boolean confirms = lease.valid();
        if (confirmed && !confirms) {
            silentSince = System.nanoTime();
            LOG.warnf(
                    "%s: the broker confirms nothing any more; nothing can be decided until it does.",
                    settings.service());
        } else if (!confirmed && confirms && silentSince != 0) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - silentSince);
            LOG.infof("%s: the broker confirms again, after %d s.", settings.service(), seconds);
        }
        confirmed = confirms;
    }

    /** A member to whom the group gives nothing hears of no assignment. */
    private void afterJoin(KafkaConsumer<byte[], byte[]> member) {
        if (!joined && member.groupMetadata().generationId() >= 0) {
            joined = true;
            tellRebalanced(member);
        }
    }

    private void tellRebalanced(KafkaConsumer<byte[], byte[]> member) {
        listener.rebalanced(
                member.assignment().stream().map(TopicPartition::partition).collect(Collectors.toSet()));
    }

    private final class Rebalances implements ConsumerRebalanceListener {

        private final KafkaConsumer<byte[], byte[]> member;

        Rebalances(KafkaConsumer<byte[], byte[]> member) {
            this.member = member;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            member.pause(partitions);
            movedNanos = System.nanoTime();
            member.wakeup();
            partitions.forEach(partition -> listener.assigned(partition.partition()));
            tellRebalanced(member);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> listener.revoked(partition.partition()));
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> listener.lost(partition.partition()));
        }
    }

    @Override
    public synchronized void close() {
        stopping = true;
        if (thread == null) {
            return;
        }
        wake();
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

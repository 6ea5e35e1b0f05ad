package dev.foyer.eventsourcing.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * This instance's membership in the group that shares out the journal's partitions. Uses the group for nothing but
 * that: the consumer is paused, reads no record and keeps no offsets.
 */
final class Ownership implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Ownership.class);
    private static final Duration POLL = Duration.ofMillis(100);

    /** Who starts and stops owners; called by the membership's thread. */
    interface Listener {
        void assigned(int partition);

        /** Must return only when the partition is free for its next owner. */
        void revoked(int partition);

        /** The group has given the partition away already. */
        void lost(int partition);
    }

    private final RuntimeSettings settings;
    private final Listener listener;
    private final Queue<Consumer<KafkaConsumer<byte[], byte[]>>> questions = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean joined;

    Ownership(RuntimeSettings settings, Listener listener) {
        this.settings = settings;
        this.listener = listener;
        this.thread =
                Thread.ofPlatform().name(settings.service() + "-membership").start(this::run);
    }

    /** Whether the group has answered at least once; an instance may rightly own nothing. */
    boolean joined() {
        return joined;
    }

    boolean alive() {
        return thread.isAlive();
    }

    /**
     * Asks the group's coordinator whether this member still holds the partition: a commit of an old generation is
     * refused. Blocks the caller, which must not be the membership's thread, until the answer, the session timeout or
     * {@code giveUp}.
     */
    boolean confirm(int partition, BooleanSupplier giveUp) {
        TopicPartition asked = new TopicPartition(settings.journal(), partition);
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        questions.add(member -> answer.complete(holds(member, asked)));
        long deadline = System.nanoTime() + settings.sessionTimeout().toNanos() * 2;
        while (System.nanoTime() < deadline && !giveUp.getAsBoolean()) {
            try {
                return answer.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
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
            member.commitSync(Map.of(partition, new OffsetAndMetadata(0)));
            return true;
        } catch (RuntimeException refused) {
            LOG.infof("The group does not confirm %s: %s", partition, refused.toString());
            return false;
        }
    }

    private void run() {
        while (!stopping) {
            try (KafkaConsumer<byte[], byte[]> member = KafkaClients.member(settings)) {
                member.subscribe(List.of(settings.journal()), rebalances(member));
                while (!stopping) {
                    member.poll(POLL);
                    joined = joined || member.groupMetadata().generationId() >= 0;
                    for (var question = questions.poll(); question != null; question = questions.poll()) {
                        question.accept(member);
                    }
                }
            } catch (RuntimeException e) {
                LOG.warnf("Membership of %s: %s; joining again.", settings.service(), e);
            }
        }
    }

    private ConsumerRebalanceListener rebalances(KafkaConsumer<byte[], byte[]> member) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                member.pause(partitions);
                partitions.forEach(partition -> listener.assigned(partition.partition()));
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                partitions.forEach(partition -> listener.revoked(partition.partition()));
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
                partitions.forEach(partition -> listener.lost(partition.partition()));
            }
        };
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.foyer.eventsourcing.internal.runtime;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How long nobody else can own what the group gave to this member. Writes are guarded by the fence of the log; but a
 * read or a refusal writes nothing, and an owner that slept through its successor's start would answer from an old
 * state. So it answers them only within a lease.
 *
 * <p>The group's coordinator starts the session anew with each commit of an offset that it accepts, and gives our
 * partitions to others only after a whole session without any. Time counts from before the commit was sent, by the
 * monotonic clock, which goes on while a process is stopped; a tenth is left for clocks that go at another pace. A
 * second process with the same instance id (static membership) does not wait for the session: never start one.
 *
 * <p>{@link #renew} belongs to the membership's thread, {@link #valid} may be asked by any.
 */
final class Lease {

    private static final long BETWEEN_TRIES_NANOS = 100_000_000;

    private final long nanos;
    /** What is committed by a member that has no partition; the offsets mean nothing, so whose it is does not matter. */
    private final TopicPartition any;

    private volatile long until = System.nanoTime();
    private volatile long confirmed = System.nanoTime();
    private long renewed = System.nanoTime() - BETWEEN_TRIES_NANOS;

    Lease(RuntimeSettings settings) {
        this.nanos = settings.sessionTimeout().toNanos() * 9 / 10;
        this.any = new TopicPartition(settings.journal(), 0);
    }

    /** Since when the coordinator has accepted nothing, or since the beginning: so long nothing could be committed either. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - confirmed);
    }

    boolean valid() {
        return System.nanoTime() - until < 0;
    }

    /** Asks for more when a good part is over. The answer comes with a later poll; without one the lease runs out. */
    void renew(KafkaConsumer<byte[], byte[]> member) {
        long now = System.nanoTime();
        if (now - renewed < (valid() ? nanos / 8 : BETWEEN_TRIES_NANOS)) {
            return;
        }
        renewed = now;
        TopicPartition ours = member.assignment().stream().findAny().orElse(any);
        member.commitAsync(Map.of(ours, new OffsetAndMetadata(0)), (offsets, refusal) -> {
            if (refusal == null) {
                until = now + nanos;
                confirmed = now;
            }
        });
    }
}

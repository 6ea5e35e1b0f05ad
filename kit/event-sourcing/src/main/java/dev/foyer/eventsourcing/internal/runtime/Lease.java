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

    private final long nanos;
    private volatile long until = System.nanoTime();
    private long renewed = System.nanoTime();

    Lease(Duration sessionTimeout) {
        this.nanos = sessionTimeout.toNanos() * 9 / 10;
    }

    boolean valid() {
        return System.nanoTime() - until < 0;
    }

    /** Asks for more when a good part is over. The answer comes with a later poll; without one the lease runs out. */
    void renew(KafkaConsumer<byte[], byte[]> member) {
        long now = System.nanoTime();
        if (member.assignment().isEmpty() || now - renewed < nanos / 8 && now - until < 0) {
            return;
        }
        renewed = now;
        TopicPartition any = member.assignment().iterator().next();
        member.commitAsync(Map.of(any, new OffsetAndMetadata(0)), (offsets, refusal) -> {
            if (refusal == null) {
                until = now + nanos;
            }
        });
    }
}

package dev.foyer.gateway.index;

import dev.foyer.base.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the live index is, and waiting for it. The feed's thread reports, virtual threads of requests wait; a lock
 * and not a monitor, so that nobody's carrier thread is held.
 */
final class IndexProgress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile Map<TopicPartition, Long> next = Map.of();
    private long generation;

    /** @param positions of the next record of each partition; everything before shows */
    void visible(Map<TopicPartition, Long> positions) {
        next = positions;
        lock.lock();
        try {
            generation++;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Of that topic, as far as the index has heard of them. */
    List<TopicPartition> partitions(String topic) {
        return next.keySet().stream()
                .filter(partition -> partition.topic().equals(topic))
                .toList();
    }

    /** A command may also write to topics that this index does not read, such as sealed PINs: nothing to wait for. */
    boolean isPassed(List<Position> positions) {
        Map<TopicPartition, Long> now = next;
        return positions.stream()
                .filter(one -> TopicSource.TOPICS.contains(one.topic()))
                .allMatch(one -> now.getOrDefault(new TopicPartition(one.topic(), one.partition()), 0L) > one.offset());
    }

    /**
     * Blocks until the question has an answer or the time is over; asked at once and after each change of the index.
     *
     * @return empty when the time was over first, or the thread was interrupted (it stays so)
     */
    <T> Optional<T> await(Supplier<Optional<T>> question, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (true) {
                long asked = generation();
                Optional<T> answer = question.get();
                if (answer.isPresent() || !changedSince(asked, deadline)) {
                    return answer;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private long generation() {
        lock.lock();
        try {
            return generation;
        } finally {
            lock.unlock();
        }
    }

    private boolean changedSince(long asked, long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (generation == asked) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || !advanced.await(left, TimeUnit.NANOSECONDS) && generation == asked) {
                    return false;
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}

package dev.foyer.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One after the other, in the order in which they came, and slowly: for passwords of an account at an address that it signs
 * in from, while somebody guesses at it there. Nobody can tell the two apart before the comparison, so both are compared,
 * but no faster than this. Few wait in the line, so that it takes no threads from others. Thread-safe.
 */
final class Pace {

    /** With one comparison a second, the last in the line is answered in as many seconds. */
    static final int LINE = 5;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Duration between;
    private final Cache<String, Turn> turns =
            Caffeine.newBuilder().expireAfterAccess(KEPT).build();

    /** Guarded by the lock, but for the length of its line. */
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);
        private long last;
        private boolean any;
    }

    /** @param between the beginnings of two comparisons */
    Pace(Duration between) {
        this.between = between;
    }

    /**
     * Does it when its turn has come. Blocks.
     *
     * @return empty when the line is too long
     */
    <T> Optional<T> inTurn(String key, Supplier<T> comparison) {
        Turn turn = turns.get(key, _ -> new Turn());
        if (turn.lock.getQueueLength() >= LINE || !enters(turn.lock)) {
            return Optional.empty();
        }
        try {
            untilItsTime(turn);
            return Optional.of(comparison.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            turn.lock.unlock();
        }
    }

    private void untilItsTime(Turn turn) throws InterruptedException {
        if (turn.any) {
            TimeUnit.NANOSECONDS.sleep(between.toNanos() - (System.nanoTime() - turn.last));
        }
        turn.any = true;
        turn.last = System.nanoTime();
    }

    private boolean enters(ReentrantLock lock) {
        try {
            return lock.tryLock(between.multipliedBy(2L * LINE).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package dev.foyer.gateway.accounts;

import dev.foyer.base.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Room for two comparisons at once: each takes a processor and memory, more would let strangers take both from everybody.
 * One of the two places is for people at home only, where the account has signed in before: guesses from however many
 * other addresses keep nobody out who is at work. Strangers wait in a short line, and few of one address; who finds it full
 * is told at once to come again, because a long line would only make everybody late. Thread-safe.
 */
final class HashRoom {

    /** The last of them waits some two seconds. */
    static final int LINE = 64;

    /** An office behind one address; who has more addresses waits in turn for each. */
    static final int OF_ONE_ADDRESS = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore anybody = new Semaphore(1, true);
    private final Semaphore atHome = new Semaphore(1, true);

    /** Strangers who wait, by address. Guarded by itself. */
    private final Map<String, Integer> line = new HashMap<>();

    private int length;

    /**
     * Blocks until there is room.
     *
     * @param isAtHome whether the account of that name signed in from there before
     * @throws Problem.ProblemException 503 when the line is full, or there is no room in time
     */
    <T> T compare(String address, boolean isAtHome, Supplier<T> comparison) {
        Semaphore place = isAtHome ? homely() : afterTheLine(address);
        try {
            return comparison.get();
        } finally {
            place.release();
        }
    }

    private Semaphore homely() {
        return anybody.tryAcquire() ? anybody : entered(atHome);
    }

    private Semaphore afterTheLine(String address) {
        if (!joins(address)) {
            throw busy();
        }
        try {
            return entered(anybody);
        } finally {
            leaves(address);
        }
    }

    private boolean joins(String address) {
        synchronized (line) {
            if (length >= LINE || line.getOrDefault(address, 0) >= OF_ONE_ADDRESS) {
                return false;
            }
            length++;
            line.merge(address, 1, Integer::sum);
            return true;
        }
    }

    private void leaves(String address) {
        synchronized (line) {
            length--;
            line.computeIfPresent(address, (_, waiting) -> waiting == 1 ? null : waiting - 1);
        }
    }

    /** Strangers in the line. */
    int waiting() {
        synchronized (line) {
            return length;
        }
    }

    private static Semaphore entered(Semaphore place) {
        try {
            if (place.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return place;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw busy();
    }

    private static Problem.ProblemException busy() {
        return Problem.unavailable("sign-in-busy", "Too many passwords are being compared; try again in a moment.", 1)
                .exception();
    }
}

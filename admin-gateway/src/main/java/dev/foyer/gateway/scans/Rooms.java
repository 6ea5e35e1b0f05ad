package dev.foyer.gateway.scans;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foyer.base.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many guesses of one source are looked up at once; each source has its own room. Thread-safe. */
final class Rooms {

    private static final int AT_ONCE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Duration patience;

    /** Weak: a room is there as long as somebody is in it or waits before it. */
    private final Cache<String, Semaphore> rooms =
            Caffeine.newBuilder().weakValues().build();

    Rooms() {
        this(PATIENCE);
    }

    /** @param patience of whoever waits */
    Rooms(Duration patience) {
        this.patience = patience;
    }

    /** Of one guess. */
    record Place(Semaphore room, int permits) {

        /** Once. */
        void leave() {
            room.release(permits);
        }
    }

    /**
     * Blocks until there is room.
     *
     * @param alone no other guess of the source at the same time
     * @throws Problem.ProblemException 503 when there is none in time
     */
    Place enter(String source, boolean alone) {
        Semaphore room = rooms.get(source, _ -> new Semaphore(AT_ONCE, true));
        int permits = alone ? AT_ONCE : 1;
        try {
            if (room.tryAcquire(permits, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Place(room, permits);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.unavailable(
                        "calls-busy", "Too many calls from that number are being looked up; try again in a moment.", 1)
                .exception();
    }
}

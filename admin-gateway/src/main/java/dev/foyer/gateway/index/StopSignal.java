package dev.foyer.gateway.index;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to stop, and waiting that ends early with it. Thread-safe. */
final class StopSignal {

    private final CountDownLatch wanted = new CountDownLatch(1);

    void now() {
        wanted.countDown();
    }

    boolean isWanted() {
        return wanted.getCount() == 0;
    }

    void await(Duration atMost) {
        try {
            wanted.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            wanted.countDown();
        }
    }
}

package dev.foyer.eventsourcing.inbound;

import java.time.Duration;
import org.jboss.logging.Logger;

/** A thread that reads until it is stopped, and starts again after any failure of Kafka's. Thread-safe. */
final class ReaderThread {

    private static final Logger LOG = Logger.getLogger(ReaderThread.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(500);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);

    private final Thread thread;
    private final Runnable wake;
    private volatile boolean stopping;

    /**
     * @param reading one life of a consumer: returns when {@link #stopping()}, throws when it must be made anew
     * @param wake ends its wait for records; called by another thread
     */
    ReaderThread(String name, Runnable reading, Runnable wake) {
        this.wake = wake;
        this.thread = Thread.ofPlatform().name(name).unstarted(() -> run(name, reading));
    }

    void start() {
        thread.start();
    }

    boolean stopping() {
        return stopping;
    }

    boolean alive() {
        return thread.isAlive();
    }

    void stop() {
        stopping = true;
        wake.run();
        try {
            thread.join(LAST_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String name, Runnable reading) {
        while (!stopping) {
            try {
                reading.run();
            } catch (RuntimeException e) {
                LOG.warnf("%s: %s; reading again from where it is safe.", name, e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_NEXT_TRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

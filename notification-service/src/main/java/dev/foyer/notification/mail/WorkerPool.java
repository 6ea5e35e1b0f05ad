package dev.foyer.notification.mail;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that send, so many at once. One that only waits for a server's answer lends its place to another, so that nobody
 * else's mail waits for it; there are never more than {@link #MOST}. Thread-safe.
 */
final class WorkerPool implements Executor {

    /** Connections to one mail server: more is impolite, and some servers refuse it. */
    static final int MOST = 32;

    private final ThreadPoolExecutor threads;
    private int lent;
    private final int own;

    /** @throws IllegalArgumentException with one sentence */
    WorkerPool(int own) {
        if (own < 1 || own > MOST) {
            throw new IllegalArgumentException("foyer.mail.parallel must be between 1 and " + MOST + ".");
        }
        this.own = own;
        this.threads = new ThreadPoolExecutor(
                own,
                own,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("mail-", 1).factory());
    }

    /** Of a running task. */
    final class Place implements AutoCloseable {
        private boolean isLent;

        /** Another task may run beside this one until it is closed. */
        void lend() {
            if (!isLent) {
                isLent = true;
                change(1);
            }
        }

        @Override
        public void close() {
            if (isLent) {
                change(-1);
            }
        }
    }

    Place place() {
        return new Place();
    }

    private synchronized void change(int by) {
        lent += by;
        int now = Math.min(own + lent, Math.max(own, MOST));
        if (now > threads.getMaximumPoolSize()) {
            threads.setMaximumPoolSize(now);
            threads.setCorePoolSize(now);
        } else if (now < threads.getMaximumPoolSize()) {
            threads.setCorePoolSize(now);
            threads.setMaximumPoolSize(now);
        }
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    void shutdown() {
        threads.shutdown();
    }

    /** Whether all tasks ended within this time. */
    boolean awaitTermination(Duration time) throws InterruptedException {
        return threads.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}

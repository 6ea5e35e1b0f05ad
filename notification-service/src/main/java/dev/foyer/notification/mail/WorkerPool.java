package dev.foyer.notification.mail;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Who works on mails, and how many of them speak to the mail server at once: each speaker has a place. One that only waits for
 * the server's answer lends its place to another, so that nobody else's mail waits for it; there are never more than {@link
 * #MOST} connections. Having an attempt recorded as begun takes no place, so that the next ones can be begun while others are spoken for, but a
 * turn, of which there are few: what is begun when we are killed may have left, for all that anybody knows. Recording what a server said takes
 * neither. Thread-safe.
 */
final class WorkerPool implements Executor {

    /** Connections to one mail server: more is impolite, and some servers refuse it. */
    static final int MOST = 32;

    /** Mailboxes that are worked on at once: some wait for the journal, and some for a place. */
    private static final int TASKS = 2 * MOST;

    private final ExecutorService threads;
    private final Semaphore turns;
    private final Semaphore places;
    private final Semaphore connections = new Semaphore(MOST);

    /** So many attempts for each place: as many speak as are about to. */
    private static final int TURNS = 2;

    /** @throws IllegalArgumentException with one sentence */
    WorkerPool(int places) {
        if (places < 1 || places > MOST) {
            throw new IllegalArgumentException("foyer.mail.parallel must be between 1 and " + MOST + ".");
        }
        this.turns = new Semaphore(TURNS * places, true);
        this.places = new Semaphore(places, true);
        this.threads = Executors.newFixedThreadPool(
                TASKS, Thread.ofVirtual().name("mail-", 1).factory());
    }

    /** Of a running task, which holds it until it is closed. */
    final class Turn implements AutoCloseable {
        private boolean speaks;
        private boolean lent;

        /** Waits until there is a place for it. */
        void speak() {
            places.acquireUninterruptibly();
            connections.acquireUninterruptibly();
            speaks = true;
        }

        /** Another task may speak beside this one. */
        void lend() {
            if (!lent) {
                lent = true;
                if (speaks) {
                    places.release();
                }
                turns.release();
            }
        }

        @Override
        public void close() {
            lend();
            if (speaks) {
                connections.release();
            }
        }
    }

    /** Waits until there is one. */
    Turn turn() {
        turns.acquireUninterruptibly();
        return new Turn();
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

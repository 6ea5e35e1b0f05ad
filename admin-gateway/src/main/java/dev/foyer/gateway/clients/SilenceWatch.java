package dev.foyer.gateway.clients;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Ends calls to a service that has stopped to answer anything, long before their deadline. Thread-safe. */
final class SilenceWatch {

    private static final Duration SILENT = Duration.ofMillis(600);
    private static final Duration LATE = Duration.ofMillis(200);
    private static final ForkJoinPool TIMER = ForkJoinPool.commonPool();

    private final BooleanSupplier answers;
    /** When a call was answered last. */
    private volatile long heard = System.nanoTime();

    /** The service is not there, whatever the call was. */
    static final class NobodyThere extends RuntimeException {
        NobodyThere() {
            super("Nobody is there", null, false, false);
        }
    }

    /** @param answers whether it answers anything; may block a virtual thread for a moment */
    SilenceWatch(BooleanSupplier answers) {
        this.answers = answers;
    }

    /**
     * Makes the call on this thread, which is interrupted when the call is silent and the service does not answer.
     *
     * @throws NobodyThere then
     */
    <T> T during(Supplier<T> call) {
        Watched watched = new Watched(Thread.currentThread());
        Future<?> timer = TIMER.schedule(
                () -> Thread.startVirtualThread(watched::watch), SILENT.toMillis(), TimeUnit.MILLISECONDS);
        try {
            T answer = call.get();
            heard = System.nanoTime();
            return answer;
        } catch (ServiceRefusal e) {
            heard = System.nanoTime();
            throw e;
        } catch (RuntimeException e) {
            throw watched.end() ? new NobodyThere() : e;
        } finally {
            timer.cancel(false);
            watched.end();
        }
    }

    private final class Watched {

        private final Thread caller;
        private final long began = System.nanoTime();
        private boolean over;
        private boolean interrupted;

        Watched(Thread caller) {
            this.caller = caller;
        }

        void watch() {
            try {
                // Whoever is woken late is slow itself, and finds others slow.
                boolean late = System.nanoTime() - began > SILENT.plus(LATE).toNanos();
                if (late) {
                    Thread.sleep(SILENT);
                }
                while (!isOver()) {
                    long asked = System.nanoTime();
                    // A machine that is overloaded may lose the question while others are answered.
                    if (!answers.getAsBoolean() && heard - asked < 0) {
                        interrupt();
                        return;
                    }
                    Thread.sleep(SILENT);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized boolean isOver() {
            return over;
        }

        private synchronized void interrupt() {
            if (!over) {
                interrupted = true;
                caller.interrupt();
            }
        }

        /** From now on the caller is left alone. @return whether it was interrupted here; its flag is then taken back */
        synchronized boolean end() {
            over = true;
            if (interrupted) {
                Thread.interrupted();
            }
            return interrupted;
        }
    }
}

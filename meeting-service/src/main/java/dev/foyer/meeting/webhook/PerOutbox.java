package dev.foyer.meeting.webhook;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Works on each outbox by one virtual thread at a time, as often as it is asked to and as the work itself wants. Asking costs
 * nothing and never blocks. Thread-safe.
 */
final class PerOutbox implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PerOutbox.class);
    private static final Duration AFTER_A_BUG = Duration.ofMinutes(1);
    /** A clock may be set, and a longer wait is only looked at once more. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Work work;
    /** By outbox: whether it is asked for again while it is worked on. */
    private final Map<String, Boolean> busy = new ConcurrentHashMap<>();

    private final Map<String, Future<?>> waits = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhook-timer").daemon().factory());

    /** Does all that is due. */
    interface Work {

        /** @return when it wants to be called again; empty: when asked */
        Optional<Duration> on(String outbox) throws InterruptedException;
    }

    PerOutbox(Work work) {
        this.work = work;
    }

    /** Now, or once more behind what is being done. */
    void request(String outbox) {
        if (!timer.isShutdown() && !busy.merge(outbox, false, (working, more) -> true)) {
            Thread.ofVirtual().name("webhook " + outbox).start(() -> work(outbox));
        }
    }

    /** Those that are worked on, or wait. */
    int open() {
        Set<String> all = new HashSet<>(busy.keySet());
        all.addAll(waits.keySet());
        return all.size();
    }

    private void work(String outbox) {
        do {
            busy.put(outbox, false);
            cancelWait(outbox);
            once(outbox).ifPresent(wait -> later(outbox, wait));
        } while (!timer.isShutdown() && !busy.remove(outbox, false));
    }

    private Optional<Duration> once(String outbox) {
        try {
            return work.on(outbox);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (RuntimeException e) {
            // Only the type: what broke may quote what was to be sent.
            LOG.errorf(
                    "outbox=%s: %s; it is looked at again.",
                    outbox, e.getClass().getName());
            return Optional.of(AFTER_A_BUG);
        }
    }

    private void later(String outbox, Duration wait) {
        Duration atMost = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        waits.compute(outbox, (same, old) -> {
            if (old != null) {
                old.cancel(false);
            }
            return timer.isShutdown()
                    ? null
                    : timer.schedule(
                            () -> {
                                waits.remove(outbox);
                                request(outbox);
                            },
                            atMost.toMillis() + 1,
                            TimeUnit.MILLISECONDS);
        });
    }

    private void cancelWait(String outbox) {
        Future<?> wait = waits.remove(outbox);
        if (wait != null) {
            wait.cancel(false);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

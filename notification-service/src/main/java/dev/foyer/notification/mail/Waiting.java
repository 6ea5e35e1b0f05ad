package dev.foyer.notification.mail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Mailboxes that wait, each for one moment; and all of them may be woken at once. Thread-safe. */
final class Waiting implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mail-timer").daemon().factory());
    private final Map<String, Future<?>> waits = new ConcurrentHashMap<>();
    private final AtomicLong wakes = new AtomicLong();
    private final Consumer<String> woken;

    /** @param woken is told whose wait is over; must not throw */
    Waiting(Consumer<String> woken) {
        this.woken = woken;
    }

    /** How often all were woken: who has not begun to wait yet sees by it that it would have been. */
    long wakes() {
        return wakes.get();
    }

    /** One wait per mailbox: a later one replaces it. */
    void later(String mailbox, Duration wait) {
        waits.compute(mailbox, (same, old) -> {
            if (old != null) {
                old.cancel(false);
            }
            return timer.isShutdown()
                    ? null
                    : timer.schedule(() -> wake(mailbox), wait.toMillis() + 1, TimeUnit.MILLISECONDS);
        });
    }

    /** @param first is run when everybody who begins to wait from here on can see that all were woken */
    void wakeAll(Runnable first) {
        wakes.incrementAndGet();
        first.run();
        List.copyOf(waits.keySet()).forEach(this::wakeNow);
    }

    /** If it waits. */
    void wakeNow(String mailbox) {
        Future<?> wait = waits.get(mailbox);
        if (wait != null && wait.cancel(false)) {
            wake(mailbox);
        }
    }

    void every(Duration time, Runnable task) {
        timer.scheduleWithFixedDelay(task, time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void wake(String mailbox) {
        waits.remove(mailbox);
        woken.accept(mailbox);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

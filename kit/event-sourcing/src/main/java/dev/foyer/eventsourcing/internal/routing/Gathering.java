package dev.foyer.eventsourcing.internal.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Requests that wait to be sent to one owner, and how much of it goes together. A few bodies may be under way whatever is in
 * them; more only if they are full, because what is sent in small portions costs most, and what waits gathers. Thread-safe.
 */
final class Gathering {

    /** Bodies under way, however small. */
    static final int FEW = 3;
    /** Keeps a body below the 64 KiB that the services take, with room for what stands around the requests. */
    static final int BODY_BYTES = 60 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<RoutedRequest<?>> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private int sending;

    /** Behind those that wait already. */
    void add(Collection<RoutedRequest<?>> requests) {
        lock.lock();
        try {
            waiting.addAll(requests);
            requests.forEach(request -> waitingBytes += size(request));
            signalIfAnyMayGo();
        } finally {
            lock.unlock();
        }
    }

    /** What goes as one body, at least one request; {@link #sent} must follow. Blocks until it may go. */
    List<RoutedRequest<?>> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                while (!anyMayGo()) {
                    changed.await();
                }
                List<RoutedRequest<?>> taken = poll();
                if (!taken.isEmpty()) {
                    sending++;
                    signalIfAnyMayGo();
                    return taken;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** As many as a body holds, but for those that nobody waits for any more. */
    private List<RoutedRequest<?>> poll() {
        List<RoutedRequest<?>> taken = new ArrayList<>();
        long bytes = 0;
        for (var next = waiting.peek(); next != null; next = waiting.peek()) {
            if (next.nanosLeft() <= 0) {
                next.timeOut(); // before anybody sweeps: one more try would have no time, and hide why the others
                // failed
            }
            if (!next.isDone()) {
                bytes += size(next);
                if (bytes > BODY_BYTES && !taken.isEmpty()) {
                    break;
                }
                taken.add(next);
            }
            waitingBytes -= size(waiting.remove());
        }
        return taken;
    }

    /** What was taken is not under way any more. */
    void sent() {
        lock.lock();
        try {
            sending--;
            signalIfAnyMayGo();
        } finally {
            lock.unlock();
        }
    }

    private boolean anyMayGo() {
        return !waiting.isEmpty() && (sending < FEW || waitingBytes >= BODY_BYTES);
    }

    private void signalIfAnyMayGo() {
        if (anyMayGo()) {
            changed.signal();
        }
    }

    /** With the comma behind it. */
    private static int size(RoutedRequest<?> request) {
        return request.forwarded().bytes().length + 1;
    }
}

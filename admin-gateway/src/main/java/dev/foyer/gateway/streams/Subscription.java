package dev.foyer.gateway.streams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** What waits for one connection: so much at most. Who does not fetch it loses the connection, and waits for nobody. Thread-safe. */
public final class Subscription {

    private final String tenant;
    private final Predicate<Said> wanted;
    private final Layout layout;
    private final Positions start;
    private final int most;
    private final Queue<StreamEvent> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private boolean over;

    /**
     * @param wanted nothing else of its tenant comes here
     * @param start behind which everything comes here
     */
    Subscription(String tenant, Predicate<Said> wanted, Layout layout, Positions start, int most) {
        this.tenant = tenant;
        this.wanted = wanted;
        this.layout = layout;
        this.start = start;
        this.most = most;
    }

    String tenant() {
        return tenant;
    }

    boolean wants(Said said) {
        return said.tenant().equals(tenant) && wanted.test(said);
    }

    Layout layout() {
        return layout;
    }

    Positions start() {
        return start;
    }

    /** Never waits; ends it when too much waits already. */
    void offer(StreamEvent event) {
        lock.lock();
        try {
            if (waiting.size() >= most) {
                end();
            } else if (!over) {
                waiting.add(event);
                something.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes. */
    void end() {
        lock.lock();
        try {
            over = true;
            waiting.clear();
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The next one; {@code null} when none comes in that time, or it is over. */
    StreamEvent next(Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !over && left > 0) {
                left = something.awaitNanos(left);
            }
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }
}

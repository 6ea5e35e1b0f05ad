package dev.foyer.service.filter;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What all connections to a port do together. Connections report from their event loops, any thread may ask. A request is
 * counted before anybody decides about it, so whoever ends the traffic sees each one that was let in.
 */
final class Traffic {

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger silent = new AtomicInteger();
    private volatile boolean ending;
    private volatile long lastArrival;

    void connected() {
        silent.incrementAndGet();
        arrived();
    }

    /** @param first of its connection */
    void began(boolean first) {
        underWay.incrementAndGet();
        if (first) {
            silent.decrementAndGet();
        }
        arrived();
    }

    private void arrived() {
        if (ending) { // nobody asks earlier
            lastArrival = System.nanoTime();
        }
    }

    void answered() {
        underWay.decrementAndGet();
    }

    /**
     * @param unanswered requests that nobody waits for any more
     * @param neverAsked whether there was no request at all
     */
    void disconnected(int unanswered, boolean neverAsked) {
        underWay.addAndGet(-unanswered);
        if (neverAsked) {
            silent.decrementAndGet();
        }
    }

    /** From now on each connection ends with the answer that it waits for. */
    void end() {
        lastArrival = System.nanoTime();
        ending = true;
    }

    boolean isEnding() {
        return ending;
    }

    /** Requests whose answer is not written yet. */
    int underWay() {
        return underWay.get();
    }

    /** Connections that have not asked anything yet. */
    int silent() {
        return silent.get();
    }

    /** Since when nobody has connected or asked; only after {@link #end}. */
    long nanosSinceArrival() {
        return System.nanoTime() - lastArrival;
    }
}

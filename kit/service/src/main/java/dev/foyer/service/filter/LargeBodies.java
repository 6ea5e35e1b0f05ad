package dev.foyer.service.filter;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Semaphore;

/**
 * Room for bodies that are longer than usual. They are in memory before it is known who sends them, so there are never many at a time, whoever sends
 * them and however slowly. Thread-safe.
 */
final class LargeBodies {

    /** A body of 1 MiB that is read and understood may take twenty times as much, of a heap of 256 MB. */
    static final int AT_ONCE = 4;

    private final Semaphore room = new Semaphore(AT_ONCE);

    /** Whether there is a place. It is the request's until that has its answer, or its connection ends. On the request's event loop. */
    boolean admit(RoutingContext request) {
        if (!room.tryAcquire()) {
            return false;
        }
        request.addEndHandler(_ -> room.release());
        return true;
    }
}

package dev.foyer.service.filter;

import dev.foyer.base.Problem;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests whose refusal waits until the port is closed: who is refused earlier comes back at once, into the moment in which
 * the system takes connections that nobody will ever accept. Thread-safe.
 */
final class HeldRequests {

    private record Held(RoutingContext request, Context context) {}

    private final List<Held> held = new ArrayList<>();
    private boolean holding;

    synchronized void begin() {
        holding = true;
    }

    /** On the request's event loop. Whether it is held; if not, it is the caller's to answer. */
    synchronized boolean hold(RoutingContext request) {
        if (holding) {
            held.add(new Held(request, request.vertx().getOrCreateContext()));
        }
        return holding;
    }

    /** Answers them all, and holds no more. */
    synchronized void release(Problem problem) {
        holding = false;
        held.forEach(one -> one.context().runOnContext(_ -> Refusal.answer(one.request(), problem)));
        held.clear();
    }
}

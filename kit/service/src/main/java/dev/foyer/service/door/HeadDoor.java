package dev.foyer.service.door;

import dev.foyer.base.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** How many headers a request has; and for HTTP/2, where no gate sees requests, that there is one. */
public class HeadDoor {

    private static final int MOST = 100;
    private static final String SEEN = HeadDoor.class.getName();
    private static final Problem TOO_MANY =
            Problem.of(431, "too-many-headers", "There are too many headers", "Send at most " + MOST + " headers.");

    void register(@Observes Filters filters) {
        filters.register(HeadDoor::check, Order.HEADERS - 1);
    }

    private static void check(RoutingContext request) {
        if (request.request().version() == HttpVersion.HTTP_2) {
            tellTheClock(request);
        }
        if (request.request().headers().entries().size() > MOST) {
            Refusal.answer(request, TOO_MANY);
        } else {
            request.next();
        }
    }

    private static void tellTheClock(RoutingContext request) {
        ConnectionClock clock =
                ConnectionClock.of(((ConnectionBase) request.request().connection()).channel());
        if (clock != null && request.get(SEEN) == null) {
            request.put(SEEN, true);
            clock.headRead();
            clock.bodyRead();
            request.addEndHandler(_ -> clock.answered());
        }
    }
}

package dev.foyer.service.filter;

import dev.foyer.base.Problem;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** How many headers a request has; how long they are is limited by Vert.x. */
public class HeadFilter {

    private static final int MOST = 100;
    private static final Problem TOO_MANY =
            Problem.of(431, "too-many-headers", "There are too many headers", "Send at most " + MOST + " headers.");

    void register(@Observes Filters filters) {
        filters.register(HeadFilter::check, Order.HEADERS - 1);
    }

    void register(@Observes ManagementInterface management) {
        management.router().route().order(1 - Order.HEADERS).handler(HeadFilter::check);
    }

    private static void check(RoutingContext request) {
        if (request.request().headers().entries().size() > MOST) {
            Refusal.answer(request, TOO_MANY);
        } else {
            request.next();
        }
    }
}

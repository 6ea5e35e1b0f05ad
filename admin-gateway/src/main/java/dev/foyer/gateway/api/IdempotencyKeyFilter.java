package dev.foyer.gateway.api;

import dev.foyer.service.filter.Order;
import dev.foyer.service.filter.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Two keys say two things: whichever was taken, its sender may have meant the other. 400 before anything is done. */
public class IdempotencyKeyFilter {

    /** The same for each repetition of a request. */
    static final String HEADER = "Idempotency-Key";

    void register(@Observes Filters filters) {
        filters.register(IdempotencyKeyFilter::check, Order.WHO - 1);
    }

    private static void check(RoutingContext request) {
        if (request.request().headers().getAll(HEADER).size() > 1) {
            Refusal.answer(request, Problems.badParameter(HEADER, "is sent once."));
        } else {
            request.next();
        }
    }
}

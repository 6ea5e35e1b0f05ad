package dev.foyer.gateway.api;

import dev.foyer.base.CorrelationId;
import dev.foyer.service.LogKeys;
import dev.foyer.service.filter.Order;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/**
 * Before everything else: gives each request an id that joins all that follows from it, the caller's own when it is a
 * decent one, and says it in the answer.
 */
public class CorrelationFilter {

    /** Taken from the request, given with every answer, and put on every event that follows. */
    public static final String HEADER = "X-Correlation-Id";

    void register(@Observes Filters filters) {
        filters.register(CorrelationFilter::filter, Order.CORRELATION);
    }

    /** The id of this request. */
    public static String idOf(RoutingContext request) {
        return request.get(HEADER);
    }

    private static void filter(RoutingContext request) {
        if (idOf(request) != null) {
            request.response().putHeader(HEADER, idOf(request)); // its path was made normal, and it starts again
            request.next();
            return;
        }
        String given = CorrelationId.orNull(request.request().getHeader(HEADER));
        String id = given != null ? given : UUID.randomUUID().toString();
        request.put(HEADER, id);
        LogKeys.ofRequest(id);
        request.response().putHeader(HEADER, id);
        request.next();
    }
}

package dev.foyer.gateway.api;

import dev.foyer.service.filter.Order;
import dev.foyer.service.filter.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Two keys say two things: whichever was taken, its sender may have meant the other. So do two tenants, two reasons, two accounts. 400 before
 * anything is done.
 */
public class IdempotencyKeyFilter {

    /** The same for each repetition of a request. */
    static final String HEADER = "Idempotency-Key";

    /** Who asks for which tenant, why, and behind what. */
    private static final List<String> ONCE =
            List.of(HEADER, "Authorization", NamedTenant.HEADER, Reasons.HEADER, ViewPosition.HEADER, "Last-Event-ID");

    void register(@Observes Filters filters) {
        filters.register(IdempotencyKeyFilter::check, Order.WHO - 1);
    }

    private static void check(RoutingContext request) {
        MultiMap headers = request.request().headers();
        ONCE.stream()
                .filter(header -> headers.getAll(header).size() > 1)
                .findFirst()
                .ifPresentOrElse(
                        header -> Refusal.answer(request, Problems.badParameter(header, "is sent once.")),
                        request::next);
    }
}

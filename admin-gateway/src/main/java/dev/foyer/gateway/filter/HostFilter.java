package dev.foyer.gateway.filter;

import dev.foyer.base.Problem;
import dev.foyer.service.filter.Order;
import dev.foyer.service.filter.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Who calls us by another name was led here: a page of theirs could otherwise read our answers as its own (DNS rebinding). */
public class HostFilter {

    private static final Problem MISDIRECTED = Problem.of(
            421, "host-unknown", "This host is not served here", "Call one of the names in foyer.public-authorities.");

    @Inject
    Authorities authorities;

    void register(@Observes Filters filters) {
        filters.register(this::check, Order.WHO + 1);
    }

    private void check(RoutingContext request) {
        if (authorities.areMeantBy(request.request())) {
            request.next();
        } else {
            Refusal.answer(request, MISDIRECTED);
        }
    }
}

package dev.foyer.gateway.filter;

import dev.foyer.base.Problem;
import dev.foyer.service.filter.BodyRule;
import dev.foyer.service.filter.Order;
import dev.foyer.service.filter.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** What JAX-RS does not see as a problem document of its own: a body that is not there, and an address without a resource. */
public class EmptyRequests {

    private static final Problem NOTHING_HERE =
            Problem.of(404, "not-found", "Not found", "There is nothing at this address.");

    void before(@Observes Filters filters) {
        filters.register(EmptyRequests::noBody, Order.BODY - 1);
    }

    void behind(@Observes Router router) {
        router.route("/api/*").last().handler(request -> Refusal.answer(request, NOTHING_HERE));
    }

    /** A body that is not there has no type, but its readers want one to see that there is nothing. */
    private static void noBody(RoutingContext request) {
        String path = request.request().path();
        if (isEmpty(request) && Addresses.isApi(path)) {
            request.request().headers().set("Content-Type", "application/json");
        } else if (isEmpty(request) && Addresses.isPage(path)) {
            request.request().headers().set("Content-Type", BodyRule.FORM);
        }
        request.next();
    }

    /** Read and empty, or not announced. */
    private static boolean isEmpty(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        return request.body().length() == 0
                || request.body().length() < 0
                        && (length == null || length.equals("0"))
                        && !request.request().headers().contains("Transfer-Encoding");
    }
}

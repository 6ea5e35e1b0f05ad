package dev.foyer.gateway.scim;

import de.captaingoldfish.scim.sdk.common.response.ErrorResponse;
import dev.foyer.base.Problem;
import dev.foyer.service.filter.Order;
import dev.foyer.service.filter.Refusal;
import dev.foyer.service.filter.RefusalForm;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** What is refused before {@link ScimEndpoint} sees it, as a body that is too long, is said in SCIM's form too (RFC 7644, section 3.12). */
public class ScimRefusals {

    private static final String ADDRESSES = "/scim/";

    private static final RefusalForm SCIM = new RefusalForm() {
        @Override
        public String contentType() {
            return ScimEndpoint.SCIM_JSON;
        }

        @Override
        public String body(Problem problem) {
            return new ErrorResponse(ScimFailure.of(problem.status(), problem.detail())).toString();
        }
    };

    void register(@Observes Filters filters) {
        filters.register(ScimRefusals::choose, Order.CORRELATION + 1);
    }

    /** Each time that the request begins: its path may have been made normal. */
    private static void choose(RoutingContext request) {
        String path = request.request().path();
        Refusal.in(path != null && path.startsWith(ADDRESSES) ? SCIM : null, request);
        request.next();
    }
}

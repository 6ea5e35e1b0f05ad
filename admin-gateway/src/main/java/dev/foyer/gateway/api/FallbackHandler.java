package dev.foyer.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.base.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Problems that arise before or behind the resources, where no exception mapper comes by. */
public class FallbackHandler {

    private static final long LARGEST_BODY = 64 * 1024;
    private static final int AFTER_CORRELATION = 900;

    @Inject
    ObjectMapper json;

    void behind(@Observes Router router) {
        router.route("/api/*").last().handler(request -> answer(request, Problems.nothingHere()));
    }

    void before(@Observes Filters filters) {
        filters.register(this::checkBody, AFTER_CORRELATION);
    }

    /** By its announced length; a body that announces none is measured while it is read. */
    private void checkBody(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        if (isApi(request)
                && (length == null || length.equals("0"))
                && request.request().getHeader("Transfer-Encoding") == null) {
            // A body that is not there has no type, but JAX-RS wants one to see that there is nothing.
            request.request().headers().set("Content-Type", "application/json");
        }
        if (length != null && (length.length() > 9 || Long.parseLong(length) > LARGEST_BODY)) {
            request.response().putHeader("Connection", "close");
            answer(request, Problems.bodyTooLarge());
        } else {
            request.next();
        }
    }

    private static boolean isApi(RoutingContext request) {
        return request.request().path().startsWith("/api/");
    }

    private void answer(RoutingContext request, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        try {
            request.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", "application/problem+json")
                    .end(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for a problem", e);
        }
    }
}

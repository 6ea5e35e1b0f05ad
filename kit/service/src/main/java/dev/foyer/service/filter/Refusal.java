package dev.foyer.service.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.foyer.base.Json;
import dev.foyer.base.Problem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** A problem as the answer of a request that no resource will see. */
public final class Refusal {

    private static final ObjectWriter JSON = Json.mapper().build().writer();

    private Refusal() {}

    /** Ends the request. What is left of its body is thrown away, so that the connection may go on. */
    public static void answer(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return;
        }
        response.setStatusCode(problem.status()).putHeader("Content-Type", "application/problem+json");
        problem.headers().forEach(response::putHeader);
        response.end(body(problem));
        if (!request.request().isEnded()) {
            request.request().resume();
        }
    }

    /** As it is written. */
    static String body(Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for a problem", e);
        }
    }
}

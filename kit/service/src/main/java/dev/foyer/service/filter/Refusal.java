package dev.foyer.service.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.foyer.base.Json;
import dev.foyer.base.Problem;
import dev.foyer.service.ProblemMappers;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** A problem as the answer of a request that no resource will see. */
public final class Refusal {

    private static final String FORM = RefusalForm.class.getName();
    private static final RefusalForm USUAL = new RefusalForm() {
        @Override
        public String contentType() {
            return "application/problem+json";
        }

        @Override
        public String body(Problem problem) {
            return Refusal.body(problem);
        }
    };
    private static final ObjectWriter JSON = Json.mapper().build().writer();

    private Refusal() {}

    /** From now on this request is refused in that form; {@code null}: as usual. */
    public static void in(RefusalForm form, RoutingContext request) {
        request.put(FORM, form);
    }

    /** Ends the request. What is left of its body is thrown away, so that the connection may go on. */
    public static void answer(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return;
        }
        RefusalForm given = request.get(FORM);
        RefusalForm form = given == null ? USUAL : given;
        response.setStatusCode(problem.status()).putHeader("Content-Type", form.contentType());
        problem.headers().forEach(response::putHeader);
        response.end(form.body(problem));
        if (!request.request().isEnded()) {
            request.request().resume();
        }
    }

    /** The same as the answer of a resource. */
    public static Response response(RoutingContext request, Problem problem) {
        RefusalForm given = request.get(FORM);
        return given == null
                ? ProblemMappers.response(problem)
                : Response.status(problem.status())
                        .type(given.contentType())
                        .entity(given.body(problem))
                        .build();
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

package dev.foyer.gateway.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.foyer.base.Json;
import dev.foyer.base.Position;
import dev.foyer.base.Problem;
import dev.foyer.service.CallHeaders;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.logging.Logger;

/** What a service's answer means to our own caller. */
final class ServiceProblems {

    private static final Logger LOG = Logger.getLogger(ServiceProblems.class);
    private static final JsonMapper JSON = Json.mapper().build();

    private ServiceProblems() {}

    /** @throws Problem.ProblemException for everything but a success */
    static ServiceAnswer answerOrThrow(String service, HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            throw of(service, response).exception();
        }
        String positions = response.headers().firstValue(CallHeaders.POSITIONS).orElse("");
        return new ServiceAnswer(response.statusCode(), json(response), Position.parse(positions));
    }

    /** The service's own problem, passed through; where there is none, or it is our fault, one of ours. */
    static Problem of(String service, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        JsonNode body = json(response);
        if (status == 503) {
            return Problem.unavailable(
                    name(body, "service-unavailable"),
                    body.path("detail").asText("The " + service + " cannot serve this now. Try again in a moment."),
                    1);
        }
        if (status == 401 || status >= 500 || status < 400) {
            LOG.errorf("%s answered %d to the gateway", service, status);
            return Problem.of(
                    502,
                    "service-failed",
                    "A service failed",
                    "The " + service + " did not serve this request; its log says why.");
        }
        return new Problem(
                status,
                body.path("type").asText("/problems/http-" + status),
                body.path("title").asText("The request was refused"),
                body.path("detail").asText("The " + service + " refused the request."),
                Map.of());
    }

    /** Nobody answers. */
    static Problem away(String service) {
        return Problem.unavailable(
                "service-away",
                "The " + service + " does not answer at present. Repeat the request in a moment, best with the same"
                        + " Idempotency-Key.",
                2);
    }

    private static String name(JsonNode body, String otherwise) {
        String type = body.path("type").asText("");
        return type.startsWith("/problems/") ? type.substring("/problems/".length()) : otherwise;
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        if (response.body().length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException _) {
            return MissingNode.getInstance();
        }
    }
}

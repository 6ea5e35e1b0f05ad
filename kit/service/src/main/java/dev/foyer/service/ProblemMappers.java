package dev.foyer.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.foyer.base.Problem;
import dev.foyer.base.Unavailable;
import dev.foyer.base.text.TextMistake;
import dev.foyer.base.text.TextRefused;
import dev.foyer.service.filter.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes {@code application/problem+json}. No stack, no content of the request. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String PROBLEM_JSON = "application/problem+json";
    /** The oldest of them is forgotten sooner or later; an hour is worth another try. */
    private static final String KEYS_AGAIN_SECONDS = "3600";

    /** RFC 9457, without the headers. */
    record Body(String type, String title, int status, String detail) {}

    /** Writes a problem. */
    public static Response response(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(PROBLEM_JSON)
                .entity(new Body(problem.type(), problem.title(), problem.status(), problem.detail()));
        problem.headers().forEach(response::header);
        return response.build();
    }

    @ServerExceptionMapper
    public Response problem(Problem.ProblemException e) {
        return response(e.problem());
    }

    /** A parameter; whoever asks for its form says which. */
    @ServerExceptionMapper
    public Response refusedText(TextRefused e) {
        return response(e.problem("A text"));
    }

    @ServerExceptionMapper
    public Response unavailable(Unavailable e) {
        return response(problem(e));
    }

    private static Problem problem(Unavailable e) {
        return switch (e.reason()) {
            case MOVED, RECOVERING, OVERLOADED, BROKER_AWAY, CLOCK_AHEAD ->
                Problem.unavailable(e.name(), e.getMessage(), 1);
            case IDEMPOTENCY_KEYS_USED_UP ->
                new Problem(
                        429,
                        "/problems/" + e.name(),
                        "Too many Idempotency-Keys",
                        e.getMessage(),
                        Map.of("Retry-After", KEYS_AGAIN_SECONDS));
        };
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException e) {
        return response(unreadableField(e));
    }

    /** What is wrong with a JSON body, by the field's name and never by its content. */
    public static Problem unreadableField(JsonProcessingException e) {
        String where = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(reference -> reference.getFieldName() == null ? "[]" : reference.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        if (e instanceof TextMistake text) {
            return text.refused().problem(where.isEmpty() ? "A text" : where);
        }
        return Problem.of(400, "malformed-json", "The body cannot be read", detail(e, where));
    }

    private static String detail(JsonProcessingException e, String where) {
        if (where.isEmpty()) {
            return "The body is not valid JSON.";
        }
        return e instanceof UnrecognizedPropertyException
                ? "There is no field " + where + "."
                : "The field " + where + " has a value of the wrong type or form.";
    }

    /** Quarkus has a mapper for exactly this type, which would otherwise win and answer something else. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException e) {
        return unreadable(e);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        return response(Problem.of(
                400,
                "invalid-request",
                "The request is not valid",
                e.getConstraintViolations().stream()
                        .map(violation -> field(violation) + ": " + violation.getMessage())
                        .sorted()
                        .collect(Collectors.joining("; "))));
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e, RoutingContext request) {
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        return Refusal.response(
                request,
                ofStatus(
                        e.getResponse().getStatus(),
                        e.getResponse().getStatusInfo().getReasonPhrase()));
    }

    /** For statuses that frameworks give without saying more. */
    public static Problem ofStatus(int status, String reason) {
        return switch (status) {
            case 400 ->
                Problem.of(400, "malformed-request", "The request cannot be read", "Check body and parameters.");
            case 404 -> Problem.of(404, "not-found", "Not found", "There is nothing at this address.");
            case 405 ->
                Problem.of(405, "method-not-allowed", "Method not allowed", "Use a method of the documentation.");
            case 406 ->
                Problem.of(
                        406,
                        "not-acceptable",
                        "Not acceptable",
                        "Accept one of the types that the documentation has for this address, or leave Accept out.");
            case 413 -> Problem.of(413, "body-too-large", "The body is too large", "Send a smaller body.");
            case 414 ->
                Problem.of(414, "address-too-long", "The address is too long", "Send at most 4096 characters of it.");
            case 431 ->
                Problem.of(
                        431, "headers-too-long", "The headers are too long", "Send at most 8192 characters of them.");
            case 415 -> Problem.of(415, "unsupported-media-type", "Unsupported media type", "Send application/json.");
            default -> Problem.of(status, "http-" + status, reason, "The request was not served.");
        };
    }

    @ServerExceptionMapper
    public Response bug(Throwable e, RoutingContext request) {
        return Refusal.response(request, unexpected(e));
    }

    /** A failure of ours, written to the log under an id. */
    public static Problem unexpected(Throwable e) {
        UUID id = UUID.randomUUID();
        LOG.errorf(e, "Unexpected failure %s", id);
        return Problem.of(
                500, "unexpected", "Something went wrong on our side", "Look for " + id + " in the service's log.");
    }

    private static String field(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.getName();
        }
        return last;
    }
}

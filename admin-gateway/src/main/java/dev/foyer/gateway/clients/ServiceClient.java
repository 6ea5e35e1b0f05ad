package dev.foyer.gateway.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.Problem;
import dev.foyer.service.CallHeaders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Asks one service. Blocks its caller, which is a virtual thread. Thread-safe.
 *
 * <p>Every try carries the same command id, so a try whose outcome is not known may be repeated: the service answers
 * what it decided then. A PIN is in the first answer only; when just that answer was lost on the way, the caller is
 * told of the success without it.
 */
public final class ServiceClient {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final String service;
    private final URI base;
    private final String authorization;
    private final HttpClient http;
    private final Duration deadline;

    /**
     * @param service its name, for people
     * @param authorization the header that our services show to each other
     * @param deadline for all tries together
     */
    ServiceClient(String service, URI base, String authorization, HttpClient http, Duration deadline) {
        this.service = service;
        this.base = base;
        this.authorization = authorization;
        this.http = http;
        this.deadline = deadline;
    }

    /**
     * @return the success
     * @throws Problem.ProblemException what the service answered when it was no success; 503 when it is away
     */
    public ServiceAnswer send(ServiceCall call, CommandContext wish) {
        long end = System.nanoTime() + deadline.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            HttpResponse<byte[]> response = tryOnce(call, wish, Duration.ofNanos(end - System.nanoTime()));
            if (response != null && response.statusCode() != 503) {
                return ServiceProblems.answerOrThrow(service, response);
            }
            if (end - System.nanoTime() <= pause.toNanos()) {
                throw response == null
                        ? ServiceProblems.away(service).exception()
                        : ServiceProblems.of(service, response).exception();
            }
            await(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** @return {@code null} when there was no answer */
    private HttpResponse<byte[]> tryOnce(ServiceCall call, CommandContext wish, Duration atMost) {
        try {
            return http.send(request(call, wish, atMost), BodyHandlers.ofByteArray());
        } catch (IOException _) {
            return null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw ServiceProblems.away(service).exception();
        }
    }

    private HttpRequest request(ServiceCall call, CommandContext wish, Duration atMost) {
        URI uri = URI.create(base.toString().replaceAll("/+$", "") + "/internal/v1/tenants"
                + ServiceCall.path(wish.tenant()) + call.path());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(atMost.isPositive() ? atMost : Duration.ofMillis(1))
                .header("Authorization", authorization)
                .header("Accept", "application/json, application/problem+json")
                .header(CallHeaders.ACTOR, wish.account().name())
                .header(CallHeaders.ROLE, wish.role())
                .header(CallHeaders.COMMAND_ID, wish.commandId())
                .header(CallHeaders.CORRELATION_ID, wish.correlationId());
        if (wish.account().userId() != null) {
            request.header(CallHeaders.ACTOR_USER, wish.account().userId());
        }
        if (call.body() == null) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofByteArray(json(call.body())))
                .build();
    }

    private static void await(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for " + body.getClass().getName());
        }
    }
}

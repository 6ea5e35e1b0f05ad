package dev.foyer.gateway.scim;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.response.ErrorResponse;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import dev.foyer.base.Unavailable;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.clients.DirectoryClient;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.ReadModel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * From a request of HTTP to its answer: who asks is whoever holds the token; what is asked the library reads and {@link ScimUsers} answers. Everything that goes
 * out, refusals too, is {@code application/scim+json}. Blocks. Thread-safe.
 */
@Singleton
public class ScimEndpoint {

    static final String SCIM_JSON = "application/scim+json";
    private static final String ROOT = "/scim/v2";
    private static final String USERS = "Users/";
    private static final String SEARCH = ".search";
    private static final String BULK = "Bulk";
    private static final String BEARER = "Bearer ";

    @Inject
    ScimTokens tokens;

    @Inject
    WrongTokens guesses;

    @Inject
    ReadModel index;

    @Inject
    RemoteService<DirectoryClient> pinService;

    @Inject
    ObjectMapper json;

    private ScimUsers users;
    private ResourceEndpoint endpoint;

    @PostConstruct
    void begin() {
        users = new ScimUsers(pinService, index);
        endpoint = new ResourceEndpoint(ScimSchemas.abilities(), ScimSchemas.users(users));
        ScimSchemas.haveVersions(endpoint);
    }

    /**
     * @param path below {@code /scim/v2/}
     * @param body {@code null}: none
     * @param seenWithin how long to wait at most until what was done shows
     */
    public Response answer(
            String path, byte[] body, RoutingContext request, String correlationId, Duration seenWithin) {
        HttpMethod method = method(request.request().method().name());
        Optional<Account> account;
        try {
            account = bearer(request).flatMap(tokens::account);
        } catch (Unavailable e) {
            return refused(ScimFailure.of(503, e.getMessage()), Duration.ofSeconds(1));
        }
        if (account.isEmpty()) {
            return strange(request);
        }
        ScimCall call = new ScimCall(account.get(), index.tenant(account.get().tenant()), correlationId, seenWithin);
        String text;
        try {
            request.request().params().forEach(ScimEndpoint::checkParameter);
            checkPath(path);
            text = body == null ? null : read(method, path, body);
        } catch (ScimFailure e) {
            return refused(e, null);
        }
        try {
            return response(
                    endpoint.handleRequest(url(path, request.request()), method, text, headers(request), call),
                    call,
                    request);
        } finally {
            call.leave();
        }
    }

    /** Who asks for the head alone is answered as for the whole; the library knows no such method. */
    private static HttpMethod method(String name) {
        return name.equals("HEAD") ? HttpMethod.GET : HttpMethod.valueOf(name);
    }

    /** The library takes whatever its own word for a bulk request ends in for one, so that nobody here would have looked at it. */
    private static void checkPath(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (!path.equals(BULK) && !path.startsWith(USERS) && BULK.endsWith(last)) {
            throw ScimFailure.of(404, "There is nothing at this address.");
        }
    }

    private static void checkParameter(String parameter, String value) {
        if (parameter.equalsIgnoreCase("filter")) {
            ScimFilters.check(value);
        } else if (ScimNames.ARE_IN.contains(parameter.toLowerCase(Locale.ROOT))) {
            ScimNames.check(parameter, value);
        }
    }

    /** By the rules of all that we read: the library is more patient. */
    private String read(HttpMethod method, String path, byte[] body) {
        try {
            if (json.readTree(body) instanceof ObjectNode object) {
                if (method == HttpMethod.PATCH) {
                    ScimPatches.check(object);
                } else if (path.equals(BULK)) {
                    ScimBulk.check(object, body.length, json);
                }
                ScimFilters.checkIn(object);
                ScimNames.checkIn(object);
                return json.writeValueAsString(object);
            }
        } catch (IOException _) {
            // said below
        }
        throw ScimFailure.syntax("The body must be one JSON object, in UTF-8.");
    }

    private static Optional<String> bearer(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader("Authorization"))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /** Who has no token at all has not tried one, so nothing is counted. */
    private Response strange(RoutingContext request) {
        Optional<Duration> wait =
                request.request().getHeader("Authorization") == null ? Optional.empty() : guesses.wrong(request);
        return wait.map(time -> refused(
                        ScimFailure.of(
                                429, "Too many wrong tokens came from your address; wait as long as Retry-After says."),
                        time))
                .orElseGet(() -> Response.fromResponse(refused(
                                ScimFailure.of(
                                        401,
                                        "Send the token of your tenant as Authorization: Bearer; it may be revoked or have"
                                                + " expired. An administrator makes one: POST /api/v1/scim-tokens."),
                                null))
                        .header("WWW-Authenticate", "Bearer realm=\"Foyer\"")
                        .build());
    }

    private static Response refused(ScimFailure failure, Duration wait) {
        return response(new ErrorResponse(failure), wait);
    }

    private static Response response(ScimResponse scim, ScimCall call, RoutingContext request) {
        if (scim instanceof ErrorResponse refusal) {
            ScimWords.complete(refusal, request.request().getParam("filter") != null);
            return response(scim, call.retryAfter());
        }
        return response(scim, (Duration) null);
    }

    private static Response response(ScimResponse scim, Duration wait) {
        Response.ResponseBuilder response = Response.status(scim.getHttpStatus());
        scim.getHttpHeaders().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                response.header(name, value);
            }
        });
        if (wait != null) {
            response.header("Retry-After", Math.max(1, wait.toSeconds()));
        }
        response.header("Cache-Control", "no-store");
        return scim.isEmpty() || scim.getHttpStatus() == 304
                ? response.build()
                : response.type(SCIM_JSON).entity(scim.toString()).build();
    }

    /** The library tells what a path means by how it ends, so an id is given to it in letters that no path of its own ends in. */
    private static String url(String path, HttpServerRequest request) {
        String id = path.startsWith(USERS) ? path.substring(USERS.length()) : "";
        String normal = id.isEmpty() || id.equals(SEARCH) ? path : USERS + ScimIds.inPath(id);
        String query = request.query() == null ? "" : "?" + request.query();
        return request.scheme() + "://" + request.authority() + ROOT + "/" + normal + query;
    }

    private static Map<String, String> headers(RoutingContext request) {
        Map<String, String> headers = new HashMap<>();
        request.request().headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        // Any version is the one that is there.
        headers.entrySet()
                .removeIf(header -> header.getKey().equalsIgnoreCase("If-Match")
                        && header.getValue().strip().equals("*"));
        return headers;
    }
}

package dev.foyer.service.eventsourced;

import dev.foyer.base.Problem;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.LogKeys;
import dev.foyer.service.ProblemMappers;
import dev.foyer.service.calls.CallClaims;
import dev.foyer.service.calls.CallRefused;
import dev.foyer.service.eventsourced.peers.CallableBy;
import dev.foyer.service.eventsourced.peers.PeerFilter;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Nobody gets past it whom the gateway does not vouch for: with a token for us, about this tenant, in a role that the
 * resource allows. What no account asks is the business of
 * {@link PeerFilter}.
 */
public class CallFilter {

    /** What instances and operators ask of a service as such, with their certificates. */
    private static final Set<String> OF_PEERS = Set.of("/internal/commands", "/internal/verify", "/internal/states");

    private static final String SCHEME = "Bearer ";

    @Inject
    Calls calls;

    @Inject
    Caller caller;

    /** 401 for a stranger, before anything of the request is looked at; the same words for whatever is wrong. */
    @ServerRequestFilter(preMatching = true)
    public Response whoAsks(ContainerRequestContext request, RoutingContext routing) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        String path = request.getUriInfo().getPath();
        if (!path.startsWith("/internal") || OF_PEERS.contains(path)) {
            return null; // whetherItMay refuses what nobody vouches for, wherever it is
        }
        String token = authorization != null && authorization.startsWith(SCHEME)
                ? authorization.substring(SCHEME.length())
                : null;
        try {
            CallClaims claims = calls.verify(token);
            Caller.know(routing, claims, token);
            LogKeys.ofRequest(claims.tenant(), claims.commandId(), claims.correlationId());
            return null;
        } catch (CallRefused e) {
            return stranger();
        }
    }

    /** 403 for another tenant's things and for a role that has no business here. */
    @ServerRequestFilter
    public Response whetherItMay(ContainerRequestContext request, ResourceInfo resource) {
        if (resource.getResourceClass().isAnnotationPresent(CallableBy.class)) {
            return null;
        }
        if (!caller.isKnown()) {
            return stranger();
        }
        CallClaims claims = caller.claims();
        String tenant = request.getUriInfo().getPathParameters().getFirst("tenant");
        if (!claims.tenant().equals(tenant)) {
            return ProblemMappers.response(Problem.of(
                    403, "another-tenant", "Another tenant's", "The caller's tenant is not the one in the path."));
        }
        return allowed(resource.getResourceMethod()).contains(claims.actor().role())
                ? null
                : ProblemMappers.response(Problem.of(
                        403, "role-not-allowed", "Not allowed", "No role of the caller allows this request."));
    }

    private static List<String> allowed(Method method) {
        AllowedRoles own = method.getAnnotation(AllowedRoles.class);
        AllowedRoles said = own != null ? own : method.getDeclaringClass().getAnnotation(AllowedRoles.class);
        return said == null ? List.of() : List.of(said.value());
    }

    private static Response stranger() {
        return ProblemMappers.response(new Problem(
                401,
                "/problems/caller-unknown",
                "Nobody vouches for the caller",
                "Send a token that the gateway has signed for this service.",
                // The same for whatever is wrong; but whose clock is wrong can be seen by it.
                Map.of(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer",
                        HttpHeaders.DATE,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))));
    }
}

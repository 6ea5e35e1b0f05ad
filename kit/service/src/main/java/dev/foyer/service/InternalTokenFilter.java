package dev.foyer.service;

import dev.foyer.base.Problem;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Nobody but our own services gets past {@code /internal}. */
public class InternalTokenFilter {

    @Inject
    InternalToken token;

    /** A missing token stops the start, not the first request. */
    void check(@Observes StartupEvent event) {
        token.authorization();
    }

    /** 401 for a stranger, before anything of the request is looked at. */
    @ServerRequestFilter(preMatching = true)
    public Response stranger(ContainerRequestContext request) {
        boolean internal = request.getUriInfo().getPath().startsWith("/internal");
        if (!internal || token.accepts(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            return null;
        }
        return ProblemMappers.response(
                Problem.of(401, "internal-token", "Not one of our services", "Send the internal token as a bearer."));
    }
}

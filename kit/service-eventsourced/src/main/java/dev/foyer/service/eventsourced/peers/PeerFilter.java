package dev.foyer.service.eventsourced.peers;

import dev.foyer.service.ProblemMappers;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Who may call what. A certificate of our authority opens a connection, not more: its name must be one that has something to
 * do here, and the very one that the called resource names. Asked of the resource that was found and not of the path, so
 * that no spelling of a path gets around it.
 */
public class PeerFilter {

    @Inject
    Peers peers;

    @Inject
    CurrentVertxRequest current;

    /** 403 for who has nothing to do here, whether or not there is anything at that path. */
    @ServerRequestFilter(preMatching = true)
    public Response stranger(ContainerRequestContext request) {
        endWhenOld(current.getCurrent());
        return peers.stranger(current.getCurrent().request())
                .map(ProblemMappers::response)
                .orElse(null);
    }

    /** 403 for who may call something, but not this. */
    @ServerRequestFilter
    public Response another(ContainerRequestContext request, SimpleResourceInfo resource) {
        CallableBy callable = resource.getResourceClass().getAnnotation(CallableBy.class);
        Peer wanted = callable == null ? Peer.GATEWAY : callable.value();
        return peers.another(current.getCurrent().request(), wanted)
                .map(ProblemMappers::response)
                .orElse(null);
    }

    /** Without this a peer whose name was taken away could go on for as long as it keeps its connection busy. */
    private void endWhenOld(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (peers.isOld(request.sslSession())) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(_ -> request.connection().close());
        }
    }
}

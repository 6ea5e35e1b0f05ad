package dev.foyer.gateway.page;

import dev.foyer.gateway.api.ApiRequest;
import dev.foyer.gateway.api.LiveSubjects;
import dev.foyer.gateway.api.Roles;
import dev.foyer.gateway.api.StreamConnection;
import dev.foyer.gateway.live.LiveConfig;
import dev.foyer.gateway.live.LiveStreams;
import dev.foyer.gateway.signin.PageSessions;
import dev.foyer.gateway.streams.Streams;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * {@code /api/v1/live} for the page: an {@code EventSource} has the page's cookie and no other credentials. It keeps no session awake
 * ({@code SessionMechanism}), and says nothing more when the session has ended. A page that was made with
 * {@link LiveStreams#position} and listens {@code ?after=} that has no gap between both.
 */
@Path("/admin/live")
@RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR})
@RunOnVirtualThread
public class LivePage {

    @Inject
    ApiRequest request;

    @Inject
    RoutingContext routing;

    @Inject
    SecurityIdentity identity;

    @Inject
    PageSessions sessions;

    @Inject
    LiveStreams streams;

    @Inject
    LiveConfig config;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public void listen(
            @Context SseEventSink sink,
            @Context Sse sse,
            @RestHeader("Last-Event-ID") String lastEventId,
            @RestQuery String after) {
        BooleanSupplier holds = sessions.holds(identity);
        String lastId = lastEventId == null ? after : lastEventId;
        Streams.Connection news = streams.connect(
                request.account().tenant(), LiveSubjects.of(request.account().roles()));
        new StreamConnection(sink, sse, routing, config.patience())
                .begin(client -> news.listen(lastId, new InSession(client, holds)));
    }

    /**
     * Ends with the session, be it here or at another gateway that somebody signed out.
     *
     * @param holds the session
     */
    private record InSession(Streams.Receiver connection, BooleanSupplier holds) implements Streams.Receiver {

        @Override
        public void event(String id, String name, String json) throws IOException {
            check();
            connection.event(id, name, json);
        }

        @Override
        public void alive(String id) throws IOException {
            check();
            connection.alive(id);
        }

        private void check() throws IOException {
            if (!holds.getAsBoolean()) {
                throw new IOException("The session has ended");
            }
        }
    }
}

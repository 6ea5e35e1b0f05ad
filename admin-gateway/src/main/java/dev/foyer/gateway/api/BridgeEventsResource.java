package dev.foyer.gateway.api;

import dev.foyer.gateway.bridgeevents.BridgeEventsConfig;
import dev.foyer.gateway.bridgeevents.BridgeStreams;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

/** What becomes of a bridge's calls, as it happens. */
@Path("/api/v1/bridge/events")
@Tag(name = "Bridge")
@RolesAllowed(Roles.BRIDGE)
@RunOnVirtualThread
public class BridgeEventsResource {

    @Inject
    ApiRequest request;

    @Inject
    RoutingContext routing;

    @Inject
    BridgeStreams streams;

    @Inject
    BridgeEventsConfig config;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "What becomes of the tenant's calls, as server-sent events",
            description =
                    "Events: ADMITTED (calls: each with callId and leader; each leg once), WAITING (play music), REFUSED,"
                            + " LEADER, LEFT, with callId; MEETING_STARTED, MEETING_ENDED; all with conferenceId where there is one. Each"
                            + " has an id: who comes back with the last one in Last-Event-ID, at this or any other gateway, gets what"
                            + " it missed, once. An event reset says that this cannot be done, because it was away for too long (24"
                            + " hours if the installation says nothing else): ask for the calls that are left. Comments say that the"
                            + " connection is alive. Who receives too slowly is cut off, and every connection ends after a while:"
                            + " come back with the last id.")
    @APIResponse(
            responseCode = "200",
            description = "Without an end",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public void listen(@Context SseEventSink sink, @Context Sse sse, @RestHeader("Last-Event-ID") String lastEventId) {
        try (sink) {
            streams.stream(request.account().tenant(), lastEventId, new Connection(sink, sse));
        }
    }

    /** Waits until each event is on its way, so that a client that does not receive is noticed. */
    private final class Connection implements BridgeStreams.Receiver {

        private final SseEventSink sink;
        private final Sse sse;
        private final Duration patience = config.patience();

        Connection(SseEventSink sink, Sse sse) {
            this.sink = sink;
            this.sse = sse;
        }

        @Override
        public void event(String id, String name, String json) throws IOException {
            send(sse.newEventBuilder()
                    .id(id)
                    .name(name)
                    .data(String.class, json)
                    .build());
        }

        @Override
        public void alive(String id) throws IOException {
            send(sse.newEventBuilder().id(id).comment("alive").build());
        }

        private void send(OutboundSseEvent event) throws IOException {
            if (sink.isClosed()) {
                throw new IOException("The client is gone");
            }
            try {
                sink.send(event).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                routing.request().connection().close(); // what is not received cannot be ended in order
                throw new IOException("The client does not receive");
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}

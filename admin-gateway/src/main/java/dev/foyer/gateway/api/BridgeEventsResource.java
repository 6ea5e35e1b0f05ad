package dev.foyer.gateway.api;

import dev.foyer.gateway.bridgeevents.BridgeEventsConfig;
import dev.foyer.gateway.bridgeevents.BridgeStreams;
import dev.foyer.gateway.streams.Streams;
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
                            + " LEADER, LEFT, with callId; MEETING_STARTED; MEETING_ENDED (calls: each with callId, to be hung up; each leg once, and so several of more than 1,000 legs); all with conferenceId where there is one, and with eventId and"
                            + " sequence (as text), which are those of the same event in the tenant's topic and in webhooks. Each"
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
        Streams.Connection events = streams.connect(request.account().tenant());
        new StreamConnection(sink, sse, routing, config.patience()).begin(client -> events.listen(lastEventId, client));
    }
}

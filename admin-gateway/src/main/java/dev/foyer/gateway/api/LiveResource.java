package dev.foyer.gateway.api;

import dev.foyer.gateway.live.LiveConfig;
import dev.foyer.gateway.live.LiveStreams;
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
import org.jboss.resteasy.reactive.RestQuery;

/** What changed in the tenant, as it happens. */
@Path("/api/v1/live")
@Tag(name = "Live")
@RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
@RunOnVirtualThread
public class LiveResource {

    @Inject
    ApiRequest request;

    @Inject
    RoutingContext routing;

    @Inject
    LiveStreams streams;

    @Inject
    LiveConfig config;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "What changed in the tenant, as server-sent events",
            description =
                    "Events changed, with kind (USER, NOTIFICATION, MEETING, SETTINGS; for who may read the audit also SCAN,"
                            + " WEBHOOK, CAMPAIGN, DEAD_LETTER, SCIM_TOKEN, CALL, ACCOUNT, TENANT), id, user (the userId it is of, where it is of one), type (as the"
                            + " audit calls it; DeadLetterWritten of a new dead letter, of which the audit says nothing yet) and at. They say that it changed and not how it is now: ask for that, and this"
                            + " gateway's answer shows it. Each has an id: who comes back with the last one in Last-Event-ID, or in"
                            + " after, at this or any other gateway, is told what it missed. An event reset says that this cannot be"
                            + " done, because it was away for too long (an hour if the installation says nothing else): ask for"
                            + " everything anew. Comments say that the connection is alive. Who receives too slowly is cut off, and"
                            + " every connection ends after a while: come back with the last id.")
    @APIResponse(
            responseCode = "200",
            description = "Without an end",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            example =
                                    "id: 3Fq0sYxkT1aE7mZbQ2c9Lw.2s.1x\nevent: changed\ndata: {\"kind\":\"USER\",\"id\":\"u-17\",\"user\":\"u-17\",\"type\":\"PinReset\",\"at\":\"2026-11-27T08:30:00Z\"}\n\n"))
    public void listen(
            @Context SseEventSink sink,
            @Context Sse sse,
            @RestHeader("Last-Event-ID") String lastEventId,
            @RestQuery String after) {
        String lastId = lastEventId == null ? after : lastEventId;
        Streams.Connection news = streams.connect(
                request.account().tenant(), LiveSubjects.of(request.signedIn().roles()));
        new StreamConnection(sink, sse, routing, config.patience()).begin(client -> news.listen(lastId, client));
    }
}

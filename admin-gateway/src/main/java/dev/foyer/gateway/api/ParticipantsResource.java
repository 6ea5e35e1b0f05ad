package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.ServiceCall;
import dev.foyer.gateway.clients.Services;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signed-in people in client apps. meeting-service knows the meeting; the view need not show it yet. */
@Path("/api/v1/meetings")
@Tag(name = "Meetings")
@RunOnVirtualThread
public class ParticipantsResource {

    @Inject
    ApiRequest request;

    @Inject
    Services services;

    @Inject
    ReadYourWrites view;

    /** Who joined or left where. */
    public record ParticipantAnswer(String conferenceId, String participantId) {}

    @POST
    @Path("/{conferenceId}/participants")
    @RolesAllowed(Roles.CLIENT_APP)
    @Operation(summary = "Somebody signed in joins; this starts the meeting")
    public ParticipantAnswer join(String conferenceId, Bodies.Participant body) {
        Bodies.required(body);
        String participant = Params.id("participantId", body.participantId());
        CommandContext wish = request.wish(Roles.CLIENT_APP, body);
        view.follow(services.meetings().send(ServiceCall.post(path(conferenceId), body), wish));
        return new ParticipantAnswer(conferenceId, participant);
    }

    @DELETE
    @Path("/{conferenceId}/participants/{participantId}")
    @RolesAllowed(Roles.CLIENT_APP)
    @Operation(summary = "Somebody signed in leaves")
    public ParticipantAnswer leave(String conferenceId, String participantId) {
        String path = path(conferenceId) + ServiceCall.path(Params.id("participantId", participantId));
        view.follow(services.meetings().send(ServiceCall.delete(path), request.wish(Roles.CLIENT_APP, null)));
        return new ParticipantAnswer(conferenceId, participantId);
    }

    private static String path(String conferenceId) {
        if (!ConferenceIds.possible(conferenceId)) {
            throw Problems.meetingNotFound().exception();
        }
        return ServiceCall.path("meetings", conferenceId, "participants");
    }
}

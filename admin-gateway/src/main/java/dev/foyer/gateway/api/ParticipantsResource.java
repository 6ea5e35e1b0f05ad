package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.MeetingServiceClient;
import dev.foyer.gateway.clients.RemoteService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signed-in people in client apps. meeting-service knows the meeting; the index need not show it yet. */
@Path("/api/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings")
@RunOnVirtualThread
public class ParticipantsResource {

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<MeetingServiceClient> meetingService;

    @Inject
    ReadYourWrites readYourWrites;

    /** Who joined or left where. */
    public record ParticipantAnswer(String conferenceId, String participantId) {}

    @POST
    @Path("/{conferenceId}/participants")
    @RolesAllowed(Roles.CLIENT_APP)
    @Operation(
            summary = "Somebody signed in joins; this starts the meeting",
            description =
                    "A participant is one connection of a client app: each device of a person has a participantId of its"
                            + " own. The same one again is the same connection; its leaving ends it, and the meeting with the last.")
    public ParticipantAnswer join(String conferenceId, Bodies.Participant body) {
        Bodies.required(body);
        String participant = body.participantId();
        if (participant == null) {
            throw Problems.missing("participantId").exception();
        }
        checkForm(conferenceId);
        var somebody = new MeetingServiceClient.Participant(participant, body.displayName());
        readYourWrites.await(meetingService.run(
                request.command(Roles.CLIENT_APP, new KeyScope("join", conferenceId), body),
                (meetings, command) -> meetings.join(command, conferenceId, somebody)));
        return new ParticipantAnswer(conferenceId, participant);
    }

    @DELETE
    @Path("/{conferenceId}/participants/{participantId}")
    @RolesAllowed(Roles.CLIENT_APP)
    @Operation(summary = "Somebody signed in leaves")
    public ParticipantAnswer leave(String conferenceId, String participantId) {
        checkForm(conferenceId);
        Params.id("participantId", participantId);
        readYourWrites.await(meetingService.run(
                request.command(Roles.CLIENT_APP, new KeyScope("leave", conferenceId + "/" + participantId), null),
                (meetings, command) -> meetings.leave(command, conferenceId, participantId)));
        return new ParticipantAnswer(conferenceId, participantId);
    }

    private static void checkForm(String conferenceId) {
        if (!ConferenceIds.possible(conferenceId)) {
            throw Problems.meetingNotFound().exception();
        }
    }
}

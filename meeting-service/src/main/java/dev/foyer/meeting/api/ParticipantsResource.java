package dev.foyer.meeting.api;

import dev.foyer.base.Roles;
import dev.foyer.base.text.Ids;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingCommand.JoinFromApp;
import dev.foyer.meeting.domain.MeetingCommand.LeaveFromApp;
import dev.foyer.meeting.process.PinEventsCatchUp;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** Signed-in people in client apps: joining, leaving. */
@Path("/internal/v1/tenants/{tenant}/meetings/{conferenceId}/participants")
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Roles.CLIENT_APP)
public class ParticipantsResource {

    @Inject
    Meetings meetings;

    @Inject
    PinEventsCatchUp catchUp;

    @Inject
    Caller caller;

    record ParticipantRequest(
            @NotBlank @Text(TextKind.ID) String participantId,

            @Text(value = TextKind.SENT_LINE, blankIsNone = true)
            String displayName) {}

    record Joined(String participantId) {}

    /** 200; starts the meeting unless it runs. 404, or 409 when the meeting is over. */
    @POST
    public CompletionStage<Response> join(
            String tenant,
            @Pattern(regexp = Limits.CONFERENCE_ID, message = Limits.CONFERENCE_ID_MESSAGE) String conferenceId,
            @NotNull @Valid ParticipantRequest request) {
        var command = new JoinFromApp(tenant, request.participantId(), request.displayName());
        return catchUp.submit(conferenceId, command, caller.meta())
                .thenApply(reply -> Answers.answer(
                        reply, done -> Response.ok(new Joined(request.participantId())), Refusals::problem));
    }

    /** 204, also for somebody who is not there. */
    @DELETE
    @Path("/{participantId}")
    public CompletionStage<Response> leave(
            String tenant,
            @Pattern(regexp = Limits.CONFERENCE_ID, message = Limits.CONFERENCE_ID_MESSAGE) String conferenceId,
            @Pattern(regexp = Ids.EARLIER_ID) String participantId) {
        return meetings.submit(conferenceId, new LeaveFromApp(tenant, participantId), caller.meta())
                .thenApply(reply -> Answers.answer(reply, done -> Response.noContent(), Refusals::problem));
    }
}

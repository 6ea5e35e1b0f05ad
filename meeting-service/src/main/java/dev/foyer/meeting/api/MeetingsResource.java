package dev.foyer.meeting.api;

import dev.foyer.base.Roles;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.MeetingCommand.Admit;
import dev.foyer.meeting.domain.MeetingCommand.EndMeeting;
import dev.foyer.meeting.domain.MeetingCommand.ScheduleMeeting;
import dev.foyer.meeting.process.Scheduling;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** Scheduling, letting in, ending. */
@Path("/internal/v1/tenants/{tenant}/meetings")
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Roles.ADMIN)
public class MeetingsResource {

    @Inject
    Meetings meetings;

    @Inject
    Scheduling scheduling;

    @Inject
    Caller caller;

    /** @param startWithoutPin false when absent */
    record ScheduleRequest(
            @NotBlank @Size(max = Limits.ID) @Text(TextKind.SOUGHT)
            String organizerId,

            @Text(value = TextKind.LINE, blankIsNone = true) String subject,
            boolean startWithoutPin) {}

    record Scheduled(String conferenceId) {}

    /** 201 with the conference ID; a repeated request gets the same. */
    @POST
    public CompletionStage<Response> schedule(String tenant, @NotNull @Valid ScheduleRequest request) {
        var command = new ScheduleMeeting(tenant, request.organizerId(), request.subject(), request.startWithoutPin());
        return scheduling
                .schedule(command, caller.meta())
                .thenApply(reply -> Answers.answer(
                        reply,
                        conferenceId -> Response.status(201).entity(new Scheduled(conferenceId)),
                        Refusals::problem));
    }

    /** @param callId only this leg; absent: everybody who waits */
    record AdmitRequest(@Text(TextKind.ID) String callId) {}

    /** 204, also for who is in already and when nobody waits; 404 for a leg that is not here, 409 before the start. */
    @POST
    @AllowedRoles({Roles.ADMIN, Roles.BRIDGE, Roles.CLIENT_APP})
    @Path("/{conferenceId}/admit")
    public CompletionStage<Response> admit(
            String tenant,
            @Pattern(regexp = Limits.CONFERENCE_ID, message = Limits.CONFERENCE_ID_MESSAGE) String conferenceId,
            @NotNull @Valid AdmitRequest request) {
        return meetings.submit(conferenceId, new Admit(tenant, request.callId()), caller.meta())
                .thenApply(reply -> Answers.answer(reply, done -> Response.noContent(), Refusals::problem));
    }

    /** 204, also when nothing was left to end; 404 for another tenant's. Also by an operator, at a tenant's end. */
    @POST
    @AllowedRoles({Roles.ADMIN, Roles.OPERATOR})
    @Path("/{conferenceId}/end")
    public CompletionStage<Response> end(
            String tenant,
            @Pattern(regexp = Limits.CONFERENCE_ID, message = Limits.CONFERENCE_ID_MESSAGE) String conferenceId) {
        return meetings.submit(conferenceId, new EndMeeting(tenant), caller.meta())
                .thenApply(reply -> Answers.answer(reply, done -> Response.noContent(), Refusals::problem));
    }
}

package dev.foyer.meeting.api;

import dev.foyer.base.Position;
import dev.foyer.base.Roles;
import dev.foyer.base.text.Ids;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.domain.Announcements;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.inbound.TenantSettingsTable;
import dev.foyer.meeting.process.CallMoves;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Call legs: dialling in, hanging up. */
@Path("/internal/v1/tenants/{tenant}/meetings/{conferenceId}/calls")
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Roles.BRIDGE)
public class CallsResource {

    @Inject
    CallMoves moves;

    @Inject
    TenantSettingsTable settings;

    @Inject
    Caller caller;

    record CallRequest(
            @NotBlank @Text(TextKind.ID) String callId,

            @Text(value = TextKind.SENT_LINE, blankIsNone = true)
            String from) {}

    /** 200 with what to do with the leg; 409 for a leg that has hung up. */
    @POST
    public CompletionStage<Response> dialIn(
            String tenant,
            @Pattern(regexp = Limits.CONFERENCE_ID, message = Limits.CONFERENCE_ID_MESSAGE) String conferenceId,
            @NotNull @Valid CallRequest request) {
        return moves.dialIn(tenant, conferenceId, request.callId(), request.from(), caller.meta())
                .thenApply(reply -> answer(reply, settings.of(tenant).announcements()));
    }

    /**
     * 204, also for a leg that is gone already.
     *
     * @param onlyHere whether a leg that is in another conference by now stays there; it does not when absent
     */
    @DELETE
    @Path("/{callId}")
    public CompletionStage<Response> hangUp(
            String tenant,
            @Pattern(regexp = Limits.CONFERENCE_ID, message = Limits.CONFERENCE_ID_MESSAGE) String conferenceId,
            @Pattern(regexp = Ids.EARLIER_ID) String callId,
            @QueryParam("onlyHere") boolean onlyHere) {
        return moves.hangUp(tenant, conferenceId, callId, onlyHere, caller.meta())
                .thenApply(reply -> Answers.answer(reply, done -> Response.noContent(), Refusals::problem));
    }

    /** To a caller a meeting that does not exist and one that is over are the same, and no error of the bridge's. */
    private static Response answer(Reply<MeetingRefusal, MeetingAnswer> reply, Announcements chosen) {
        return switch (reply) {
            case Reply.Done<MeetingRefusal, MeetingAnswer>(MeetingAnswer answer, List<Position> positions, boolean _) ->
                Answers.withPositions(Response.ok(CallState.of(answer, chosen)), positions)
                        .build();
            case Reply.Refused<MeetingRefusal, MeetingAnswer>(MeetingRefusal reason) ->
                switch (reason) {
                    case MeetingRefusal.MeetingNotFound _, MeetingRefusal.MeetingHasEnded _ ->
                        Response.ok(CallState.UNKNOWN_CONFERENCE).build();
                    case MeetingRefusal.CallHasEnded _,
                            MeetingRefusal.StayIsOver _,
                            MeetingRefusal.CallNotHere _,
                            MeetingRefusal.MeetingNotStarted _,
                            MeetingRefusal.MeetingIsFull _,
                            MeetingRefusal.TenantIsFull _,
                            MeetingRefusal.ConferenceIdTaken _,
                            MeetingRefusal.OrganizerNotKnownYet _ ->
                        throw Refusals.problem(reason).exception();
                };
        };
    }
}

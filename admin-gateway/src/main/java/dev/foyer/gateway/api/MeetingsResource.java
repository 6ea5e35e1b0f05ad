package dev.foyer.gateway.api;

import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.MeetingServiceClient;
import dev.foyer.gateway.clients.MeetingServiceClient.Schedule;
import dev.foyer.gateway.clients.MeetingServiceClient.Scheduled;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.export.Export;
import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

/** Meetings: scheduled, seen, opened to those who wait, ended. */
@Path("/api/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Meetings")
@RunOnVirtualThread
public class MeetingsResource {

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<MeetingServiceClient> meetingService;

    @Inject
    ReadYourWrites readYourWrites;

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Schedules a meeting; organizer is a userId or a userPrincipalName",
            description =
                    "Whether callers start it without a PIN is what startWithoutPin says, else what the organizer allows now"
                            + " (allowPstnOnlyMeetings); the meeting keeps it.")
    @APIResponse(
            responseCode = "201",
            description = "It is scheduled",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MeetingAnswer.class)))
    public MeetingAnswer schedule(Bodies.Meeting body) {
        Bodies.required(body);
        if (body.organizer() == null) {
            throw Problems.missing("organizer").exception();
        }
        UserEntry organizer = request.findUser(body.organizer())
                .orElseThrow(() -> Problems.organizerUnknown().exception());
        // As it was asked, however it spells the user: what the organizer allows may be another thing when it is
        // repeated.
        var asked = new Bodies.Meeting(organizer.userId(), body.subject(), body.startWithoutPin());
        Schedule wanted = new Schedule(organizer.userId(), body.subject(), startsWithoutPin(body, organizer));
        Answered<Scheduled> done = meetingService.call(
                request.command(new KeyScope("schedule-meeting", organizer.userId()), asked),
                (meetings, command) -> meetings.schedule(command, wanted));
        String id = done.body().conferenceId();
        // What nothing changes of it.
        boolean startWithoutPin = readYourWrites
                .read(done, () -> request.view().meeting(id))
                .map(MeetingEntry::startWithoutPin)
                .orElse(wanted.startWithoutPin());
        // Not the meeting as it is now, which for a repeated request may be over: the second answer is the first (F).
        return MeetingAnswer.accepted(id, wanted, startWithoutPin);
    }

    /** Callers start the meetings of an organizer who allows it (rule E1), unless this one says otherwise. */
    private static boolean startsWithoutPin(Bodies.Meeting body, UserEntry organizer) {
        return body.startWithoutPin() != null
                ? body.startWithoutPin()
                : organizer.conferencing() != null && organizer.conferencing().allowPstnOnlyMeetings();
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(
            summary = "Meetings, last changed first",
            description =
                    "Of a meeting with more than 100 participants those who wait longest, then who came in first; the counts are"
                            + " of all, and one meeting by its conferenceId has all.")
    public ListAnswer<MeetingAnswer> list(
            @RestQuery String phase, @RestQuery String organizer, @RestQuery String limit, @RestQuery String cursor) {
        String userId = organizerId(organizer);
        MeetingEntry.Phase wanted = Params.oneOf("phase", phase, MeetingEntry.Phase.class);
        CallerMask callers = request.callers();
        return ListAnswer.of(
                request.view().meetings(wanted, userId, Params.limit(limit), cursor),
                meeting -> MeetingAnswer.listed(meeting, callers));
    }

    @GET
    @Produces(Export.CSV_IF_ASKED)
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(hidden = true)
    public StreamingOutput csv(@RestQuery String phase, @RestQuery String organizer, @RestQuery String separator) {
        TenantView tenant = request.view();
        String userId = organizerId(organizer);
        MeetingEntry.Phase wanted = Params.oneOf("phase", phase, MeetingEntry.Phase.class);
        CallerMask callers = request.callers();
        return new Export<>(cursor -> tenant.meetings(wanted, userId, Export.PAGE, cursor)
                        .map(meeting -> MeetingAnswer.listed(meeting, callers)))
                .csv(Tables.MEETINGS, Params.separator(separator));
    }

    private String organizerId(String organizer) {
        return organizer == null || organizer.isEmpty() ? null : request.idOfAny(organizer);
    }

    @GET
    @Path("/{conferenceId}")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "One meeting with who is in it")
    public MeetingAnswer get(String conferenceId) {
        return request.view()
                .meeting(conferenceId)
                .map(this::answer)
                .orElseThrow(() -> Problems.meetingNotFound().exception());
    }

    private MeetingAnswer answer(MeetingEntry meeting) {
        return MeetingAnswer.of(meeting, request.callers());
    }

    /** Whoever speaks for the leader: an administrator, the bridge whose keys were pressed, the leader's own client app. */
    @POST
    @Path("/{conferenceId}/admit")
    @RolesAllowed({Roles.ADMIN, Roles.BRIDGE, Roles.CLIENT_APP})
    @Operation(
            summary = "Lets in who waits in the lobby of a running meeting: one call, or without callId everybody",
            description =
                    "For tenants whose lobbyAdmission is MANUAL; where it is AUTOMATIC nobody waits in a running meeting."
                            + " Asked again it changes nothing. Before the start it is refused: nobody is let in then.")
    public void admit(String conferenceId, Bodies.Admission body) {
        if (!ConferenceIds.possible(conferenceId)) {
            throw Problems.meetingNotFound().exception();
        }
        Bodies.Admission whom = body == null ? Bodies.Admission.EVERYBODY : body;
        String role = Stream.of(Roles.ADMIN, Roles.BRIDGE, Roles.CLIENT_APP)
                .filter(request::is)
                .findFirst()
                .orElseThrow();
        readYourWrites.await(meetingService.run(
                request.command(role, new KeyScope("admit", conferenceId), whom),
                (meetings, command) ->
                        meetings.admit(command, conferenceId, new MeetingServiceClient.Admission(whom.callId()))));
    }

    @POST
    @Path("/{conferenceId}/end")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Ends a meeting for everybody")
    public void end(String conferenceId) {
        String known = request.view()
                .meeting(conferenceId)
                .orElseThrow(() -> Problems.meetingNotFound().exception())
                .conferenceId();
        readYourWrites.await(meetingService.run(
                request.command(new KeyScope("end-meeting", known), null),
                (meetings, command) -> meetings.end(command, known)));
    }
}

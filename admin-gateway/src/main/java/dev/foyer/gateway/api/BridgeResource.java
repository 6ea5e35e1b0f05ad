package dev.foyer.gateway.api;

import dev.foyer.gateway.api.CallAnswer.DialIn;
import dev.foyer.gateway.api.CallAnswer.Leg;
import dev.foyer.gateway.api.CallAnswer.PinOutcome;
import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.MeetingServiceClient;
import dev.foyer.gateway.clients.MeetingServiceClient.DialledIn;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.scans.CallSource;
import dev.foyer.gateway.scans.CallSources;
import dev.foyer.gateway.scans.Guess;
import dev.foyer.gateway.scans.Scans;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The telephony bridge: calls that come, say a PIN, and go. */
@Path("/api/v1/bridge/calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bridge")
@RolesAllowed(Roles.BRIDGE)
@RunOnVirtualThread
public class BridgeResource {

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<MeetingServiceClient> meetingService;

    @Inject
    OrganizerPins organizerPins;

    @Inject
    ReadYourWrites readYourWrites;

    @Inject
    CallSources sources;

    @Inject
    Scans scans;

    @POST
    @Operation(summary = "A caller dialled a conference ID; a call that is in another conference goes over to this one")
    public DialIn arrive(Bodies.Call body) {
        Bodies.required(body);
        if (body.callId() == null) {
            throw Problems.missing("callId").exception();
        }
        if (body.conferenceId() == null) {
            throw Problems.missing("conferenceId").exception();
        }
        if (CallerMask.givesAway(body.callId(), body.from())) {
            throw Problems.callIdHasNumber().exception();
        }
        long asked = System.nanoTime();
        if (!ConferenceIds.possible(body.conferenceId())) {
            return UnknownConferences.afterTheSameTime(asked);
        }
        CommandContext command = request.command(Roles.BRIDGE, KeyScope.of("dial-in"), body);
        CallSource source = sources.of(command.account(), body.from());
        Optional<Answered<DialledIn>> done = scans.look(
                Guess.atConferenceId(source, command, body.conferenceId()),
                refused -> refused ? Optional.empty() : Optional.of(dial(command, body)),
                found ->
                        found.map(Answered::body).filter(UnknownConferences::is).isPresent());
        if (done.map(Answered::body).filter(is -> !UnknownConferences.is(is)).isEmpty()) {
            return UnknownConferences.afterTheSameTime(asked);
        }
        readYourWrites.await(done.get());
        DialledIn in = done.get().body();
        return new DialIn(in.state(), in.askForOrganizer(), in.music(), in.announcements(), in.nameRecording());
    }

    private Answered<DialledIn> dial(CommandContext command, Bodies.Call body) {
        var dialIn = new MeetingServiceClient.DialIn(body.callId(), body.from());
        return meetingService.call(command, (meetings, params) -> meetings.dialIn(params, body.conferenceId(), dialIn));
    }

    @POST
    @Path("/{callId}/organizer-pin")
    @Operation(summary = "A caller says to be the organizer; wrong, locked and unknown look the same")
    public PinOutcome organizerPin(String callId, Bodies.OrganizerPin body) {
        Bodies.required(body);
        return organizerPins.verify(meeting(callId), callId, body);
    }

    @GET
    @Path("/{callId}")
    @Operation(summary = "Where a call leg is")
    public Leg get(String callId) {
        MeetingEntry meeting = meeting(callId);
        return Leg.of(meeting, meeting.call(callId).orElseThrow());
    }

    @DELETE
    @Path("/{callId}")
    @Operation(summary = "A caller hung up, and does not come back under this call ID")
    public void hangUp(
            String callId,
            @Parameter(description = "only if it is in this conference by now; without it, it is gone wherever it is")
                    @RestQuery
                    String conferenceId) {
        if (conferenceId != null && !ConferenceIds.possible(conferenceId)) {
            throw Problems.callNotFound().exception();
        }
        String left = conferenceId == null ? meeting(callId).conferenceId() : conferenceId;
        readYourWrites.await(meetingService.run(
                request.command(Roles.BRIDGE, new KeyScope("hang-up", callId), conferenceId),
                (meetings, command) -> meetings.hangUp(command, left, callId, conferenceId != null)));
    }

    @POST
    @Path("/{callId}/heartbeat")
    @Operation(
            summary = "The bridge still has this call",
            description =
                    "A bridge that sends one for any call sends them for all, at least three times in the time that the"
                            + " tenant's setting callSilence gives, or else the installation's call-silence (10 minutes if it"
                            + " says nothing else): of whom nothing is heard for so long, has left. 404 says that the call is"
                            + " gone.")
    public void alive(String callId) {
        Params.id("callId", callId);
        // Each is of now: no key makes it a repetition of an earlier one.
        meetingService.run(
                request.command(null, Roles.BRIDGE, new KeyScope("heartbeat", callId), null),
                (meetings, command) -> meetings.alive(command, callId));
    }

    /** A bridge dials in at one gateway and goes on at the next, which may not have read of the call yet. */
    private MeetingEntry meeting(String callId) {
        TenantView view = request.view();
        return view.meetingOfCall(callId)
                .or(() -> readYourWrites.awaitOthers(() -> view.meetingOfCall(callId), ReadYourWrites.FOR_OTHERS))
                .orElseThrow(() -> Problems.callNotFound().exception());
    }
}

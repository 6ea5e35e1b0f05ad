package dev.foyer.gateway.api;

import dev.foyer.gateway.api.CallAnswer.DialIn;
import dev.foyer.gateway.api.CallAnswer.Leg;
import dev.foyer.gateway.api.CallAnswer.PinOutcome;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.ServiceAnswer;
import dev.foyer.gateway.clients.ServiceCall;
import dev.foyer.gateway.clients.Services;
import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.MeetingEntry.Presence;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The telephony bridge: calls that come, say a PIN, and go. */
@Path("/api/v1/bridge/calls")
@Tag(name = "Bridge")
@RolesAllowed(Roles.BRIDGE)
@RunOnVirtualThread
public class BridgeResource {

    @Inject
    ApiRequest request;

    @Inject
    Services services;

    @Inject
    OrganizerPins organizerPins;

    @Inject
    ReadYourWrites view;

    /** What meeting-service is asked for. */
    private record Arrival(String callId, String from) {}

    @POST
    @Operation(summary = "A caller dialled a conference ID")
    public DialIn arrive(Bodies.Call body) {
        Bodies.required(body);
        Params.id("callId", body.callId());
        if (body.conferenceId() == null) {
            throw Problems.missing("conferenceId").exception();
        }
        if (!ConferenceIds.possible(body.conferenceId())) {
            return new DialIn(CallAnswer.State.UNKNOWN_CONFERENCE.name(), false, false);
        }
        Arrival arrival = new Arrival(body.callId(), body.from());
        String path = ServiceCall.path("meetings", body.conferenceId(), "calls");
        ServiceAnswer done =
                services.meetings().send(ServiceCall.post(path, arrival), request.wish(Roles.BRIDGE, body));
        view.follow(done);
        return new DialIn(
                done.text("state"),
                done.body().path("askForOrganizer").asBoolean(),
                done.body().path("music").asBoolean());
    }

    @POST
    @Path("/{callId}/organizer-pin")
    @Operation(summary = "A caller says to be the organizer; wrong, locked and unknown look the same")
    public PinOutcome organizerPin(String callId, Bodies.OrganizerPin body) {
        Bodies.required(body);
        return organizerPins.tell(meeting(callId), callId, body);
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
    @Operation(summary = "A caller hung up")
    public void hangUp(String callId) {
        MeetingEntry meeting = meeting(callId);
        if (meeting.call(callId).orElseThrow().state() == Presence.LEFT) {
            return;
        }
        CommandContext wish = request.wish(Roles.BRIDGE, null);
        view.follow(services.meetings()
                .send(ServiceCall.delete(ServiceCall.path("meetings", meeting.conferenceId(), "calls", callId)), wish));
    }

    private MeetingEntry meeting(String callId) {
        return request.view()
                .meetingOfCall(callId)
                .orElseThrow(() -> Problems.callNotFound().exception());
    }
}

package dev.foyer.gateway.clients;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What the gateway asks of meeting-service; its document of the same routes is held against this by a test. Called
 * through {@link RemoteService} only.
 */
@Path("/internal/v1/tenants/{tenant}/meetings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "meeting-service")
@RegisterProvider(ServiceJson.class)
@RegisterProvider(RefusalMapper.class)
@RegisterProvider(WholeSegments.class)
public interface MeetingServiceClient {

    @POST
    RestResponse<Scheduled> schedule(@BeanParam CommandParams command, Schedule body);

    @POST
    @Path("/{conferenceId}/admit")
    RestResponse<Void> admit(
            @BeanParam CommandParams command, @PathParam("conferenceId") String conferenceId, Admission body);

    @POST
    @Path("/{conferenceId}/end")
    RestResponse<Void> end(@BeanParam CommandParams command, @PathParam("conferenceId") String conferenceId);

    @POST
    @Path("/{conferenceId}/calls")
    RestResponse<DialledIn> dialIn(
            @BeanParam CommandParams command, @PathParam("conferenceId") String conferenceId, DialIn body);

    /** @param onlyHere whether a leg that is in another conference by now stays there */
    @DELETE
    @Path("/{conferenceId}/calls/{callId}")
    RestResponse<Void> hangUp(
            @BeanParam CommandParams command,
            @PathParam("conferenceId") String conferenceId,
            @PathParam("callId") String callId,
            @QueryParam("onlyHere") boolean onlyHere);

    @POST
    @Path("/calls/{callId}/heartbeat")
    RestResponse<Void> alive(@BeanParam CommandParams command, @PathParam("callId") String callId);

    @POST
    @Path("/{conferenceId}/participants")
    RestResponse<Void> join(
            @BeanParam CommandParams command, @PathParam("conferenceId") String conferenceId, Participant body);

    @DELETE
    @Path("/{conferenceId}/participants/{participantId}")
    RestResponse<Void> leave(
            @BeanParam CommandParams command,
            @PathParam("conferenceId") String conferenceId,
            @PathParam("participantId") String participantId);

    /** A meeting of a user. */
    record Schedule(String organizerId, String subject, boolean startWithoutPin) {}

    /** The conference ID that it got. */
    record Scheduled(String conferenceId) {}

    /** @param callId {@code null}: everybody who waits */
    record Admission(String callId) {}

    /** @param from the caller's number; {@code null} when it is not known */
    record DialIn(String callId, String from) {}

    /**
     * What to do with the call leg.
     *
     * @param state {@code LOBBY}, {@code JOINED} or {@code UNKNOWN_CONFERENCE}
     * @param askForOrganizer ask for the PIN
     * @param music play music until the leg is admitted
     * @param announcements {@code USE_NAMES}, {@code TONE_ONLY} or {@code OFF}; {@code null} for a conference that there is not
     * @param nameRecording whether to ask for a name; {@code null} likewise
     */
    record DialledIn(
            String state, boolean askForOrganizer, boolean music, String announcements, Boolean nameRecording) {}

    /** Somebody signed in. */
    record Participant(String participantId, String displayName) {}
}

package dev.foyer.gateway.clients;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What the gateway asks of pin-service; its document of the same routes is held against this by a test. Called through
 * {@link RemoteService} only. Merge patches and settings are JSON as it came: a patch tells what is {@code null} from
 * what is not there, and settings that this gateway does not know yet must not get lost in it.
 */
@Path("/internal/v1/tenants/{tenant}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "pin-service")
@RegisterProvider(ServiceJson.class)
@RegisterProvider(RefusalMapper.class)
@RegisterProvider(WholeSegments.class)
public interface PinServiceClient {

    /** The tenant is there from now on. */
    @PUT
    RestResponse<Void> addTenant(@BeanParam CommandParams command);

    /** It is gone from now on. */
    @DELETE
    RestResponse<Void> removeTenant(@BeanParam CommandParams command);

    /** 201: the user is new. */
    @PUT
    @Path("/users/{userId}")
    RestResponse<Void> provision(@BeanParam CommandParams command, @PathParam("userId") String userId, User body);

    @DELETE
    @Path("/users/{userId}")
    RestResponse<Void> remove(@BeanParam CommandParams command, @PathParam("userId") String userId);

    /** 201 with a PIN; 200 without one for a user who is enabled already. */
    @POST
    @Path("/users/{userId}/conferencing")
    RestResponse<IssuedPin> enable(@BeanParam CommandParams command, @PathParam("userId") String userId, Enable body);

    @PATCH
    @Path("/users/{userId}/conferencing")
    RestResponse<Void> changeConferencing(
            @BeanParam CommandParams command, @PathParam("userId") String userId, JsonNode patch);

    /** The mail that was asked for, as it is planned. */
    @POST
    @Path("/users/{userId}/conferencing/email")
    RestResponse<AskedMail> sendInformation(
            @BeanParam CommandParams command, @PathParam("userId") String userId, Email body);

    @DELETE
    @Path("/users/{userId}/conferencing")
    RestResponse<Void> disable(@BeanParam CommandParams command, @PathParam("userId") String userId);

    @PUT
    @Path("/users/{userId}/conference-id")
    RestResponse<ConferenceId> setConferenceId(
            @BeanParam CommandParams command, @PathParam("userId") String userId, ConferenceId body);

    @POST
    @Path("/users/{userId}/conference-id/reset")
    RestResponse<ConferenceId> resetConferenceId(@BeanParam CommandParams command, @PathParam("userId") String userId);

    @POST
    @Path("/users/{userId}/pin/reset")
    RestResponse<IssuedPin> resetPin(@BeanParam CommandParams command, @PathParam("userId") String userId, Reset body);

    @POST
    @Path("/users/{userId}/pin/lock")
    RestResponse<Void> lockPin(@BeanParam CommandParams command, @PathParam("userId") String userId);

    @POST
    @Path("/users/{userId}/pin/unlock")
    RestResponse<Void> unlockPin(@BeanParam CommandParams command, @PathParam("userId") String userId);

    @POST
    @Path("/users/{userId}/pin/verify")
    RestResponse<Verified> verifyPin(@BeanParam CommandParams command, @PathParam("userId") String userId, Verify body);

    @GET
    @Path("/settings")
    RestResponse<JsonNode> settings(@BeanParam CommandParams command);

    @PATCH
    @Path("/settings")
    RestResponse<JsonNode> changeSettings(@BeanParam CommandParams command, JsonNode patch);

    /** The generation that a session of now belongs to. */
    @POST
    @Path("/accounts/{account}/sign-ins")
    RestResponse<Generation> signedIn(
            @BeanParam CommandParams command, @PathParam("account") String account, SignIn body);

    /** The generation that holds from now on. */
    @POST
    @Path("/accounts/{account}/sign-out")
    RestResponse<Generation> signOut(
            @BeanParam CommandParams command, @PathParam("account") String account, Generation body);

    /** At its tenant's end. */
    @DELETE
    @Path("/accounts/{account}")
    RestResponse<Generation> forgetAccount(@BeanParam CommandParams command, @PathParam("account") String account);

    /** 429 when nothing should have been compared. */
    @POST
    @Path("/failed-sign-ins")
    RestResponse<FailureCounted> countFailedSignIn(@BeanParam CommandParams command, FailedSignIn body);

    @POST
    @Path("/failed-sign-ins/forgotten")
    RestResponse<Void> forgetFailedSignIns(@BeanParam CommandParams command, SignedInAfterAll body);

    /** @param source as {@code scans} names it */
    @POST
    @Path("/call-sources/{source}/misses")
    RestResponse<MissCounted> countMiss(
            @BeanParam CommandParams command, @PathParam("source") String source, Miss body);

    @DELETE
    @Path("/call-sources/{source}")
    RestResponse<Void> clearSource(@BeanParam CommandParams command, @PathParam("source") String source);

    /** A part of a campaign's users; with the last part it starts. */
    @POST
    @Path("/campaigns/{campaign}/users")
    RestResponse<CampaignListed> listCampaign(
            @BeanParam CommandParams command, @PathParam("campaign") String campaign, CampaignPart body);

    @POST
    @Path("/campaigns/{campaign}/stop")
    RestResponse<Void> stopCampaign(@BeanParam CommandParams command, @PathParam("campaign") String campaign);

    @POST
    @Path("/campaigns/{campaign}/continue")
    RestResponse<Void> continueCampaign(@BeanParam CommandParams command, @PathParam("campaign") String campaign);

    /** Changes nothing. */
    @POST
    @Path("/campaigns/preview")
    RestResponse<CampaignOutlook> previewCampaign(@BeanParam CommandParams command, CampaignQuestion body);

    /**
     * At most 500 users, and 64 KB.
     *
     * @param count of all users of the campaign
     * @param from how many were in the parts before
     */
    record CampaignPart(String action, int perSecond, int count, int from, List<String> users) {}

    /** So many are listed by now. */
    record CampaignListed(int users) {}

    /** What would be done to these. */
    record CampaignQuestion(String action, List<String> users) {}

    /** Of whom nothing can be said now there is nothing. */
    record CampaignOutlook(List<CampaignResult> results) {}

    /** @param outcome {@code DONE}, {@code UNCHANGED} or {@code FAILED}; @param reason and {@code mail} may be {@code null} */
    record CampaignResult(String user, String outcome, String reason, String mail) {}

    /**
     * What a caller guessed wrong.
     *
     * @param caller the number as the bridge said it, or {@code null}
     * @param organizer whose PIN it was not; {@code null}: it was a conference ID that does not exist
     * @param right how many different ones were right from there since the last miss
     * @param rightOfAccount how many were from that bridge
     */
    record Miss(String caller, String organizer, int right, int rightOfAccount) {}

    /** Until when conference IDs are not looked up, or PINs not compared, from there; {@code null}: they are. */
    record MissCounted(Instant idsRefusedUntil, Instant pinsRefusedUntil) {}

    /** @param channel {@code PAGE} or {@code API} */
    record SignIn(String address, String channel) {}

    /** Of the sessions of an account. */
    record Generation(int generation) {}

    /**
     * @param name digest of the name that was tried
     * @param account of that name, or {@code null}
     */
    record FailedSignIn(String address, String name, String account) {}

    /** @param name digest of the name */
    record SignedInAfterAll(String address, String name) {}

    /** Until when that name, or every name, has to wait at this address; {@code null}: not. */
    record FailureCounted(Instant nameUntil, Instant until) {}

    /** Absent fields are {@code null}. */
    record User(
            String userPrincipalName,
            String displayName,
            String primarySmtpAddress,
            String preferredLanguage,
            List<String> phoneNumbers) {}

    /** @param reveal whether the answer carries the PIN */
    record Enable(
            Boolean sendEmail,
            String sendEmailToAddress,
            Boolean allowPstnOnlyMeetings,
            String serviceNumber,
            String tollFreeServiceNumber,
            boolean reveal) {}

    /** @param sendEmailToAddress instead of the user's own; {@code null}: the user's own */
    record Email(String sendEmailToAddress) {}

    /** A mail without a PIN. */
    record AskedMail(String notificationId, PlannedMail mail) {}

    /** @param reveal whether the answer carries the PIN */
    record Reset(Boolean sendEmail, String sendEmailToAddress, boolean reveal) {}

    /** 7 digits. */
    record ConferenceId(String conferenceId) {}

    /**
     * A PIN that somebody said on the telephone, as {@link SpokenPinSeal} seals it. Prints nothing of it.
     *
     * @param sourceRefused too many organizers were guessed at from there: whatever was said is wrong
     */
    record Verify(String conferenceId, String callId, String sealedPin, boolean sourceRefused) {
        @Override
        public String toString() {
            return "Verify[" + callId + "]";
        }
    }

    /** @param triesLeft of this call, when the PIN was not accepted */
    record Verified(boolean verified, int triesLeft) {}

    /**
     * The one answer of a service that carries a new PIN. Prints nothing of it.
     *
     * @param pin {@code null} when it is not to be seen, or was in an answer before
     * @param notificationId of the mail that takes it to the user; {@code null} when there is none
     * @param mail what will become of that mail; {@code null} for the repetition of an answer from before 0.3
     */
    record IssuedPin(String pin, String conferenceId, String notificationId, PlannedMail mail) {
        @Override
        public String toString() {
            return "IssuedPin[" + conferenceId + "]";
        }
    }

    /** @param status {@code QUEUED} or {@code HELD}; @param to {@code null}: no address is known */
    record PlannedMail(String status, String to) {}
}

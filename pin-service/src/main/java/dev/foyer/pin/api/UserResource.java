package dev.foyer.pin.api;

import static dev.foyer.pin.api.Bodies.reveals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Roles;
import dev.foyer.base.text.Ids;
import dev.foyer.base.text.TextKind;
import dev.foyer.base.text.TextRefused;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Users;
import dev.foyer.pin.api.Bodies.ConferenceIdBody;
import dev.foyer.pin.api.Bodies.EnableBody;
import dev.foyer.pin.api.Bodies.ResetBody;
import dev.foyer.pin.api.Bodies.SendBody;
import dev.foyer.pin.api.Bodies.UserBody;
import dev.foyer.pin.api.Bodies.VerifyBody;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.pin.SpokenPin;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.LockPin;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserCommand.SendConferenceInformation;
import dev.foyer.pin.domain.user.UserCommand.UnlockPin;
import dev.foyer.pin.domain.user.UserCommand.VerifyPin;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.process.ActorResets;
import dev.foyer.pin.process.ConferenceIdAssignment;
import dev.foyer.pin.process.UserNaming;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;

/** Everything that is asked of one user. */
@Path("/internal/v1/tenants/{tenant}/users/{userId}")
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Roles.ADMIN)
public class UserResource {

    @Inject
    Users users;

    @Inject
    ConferenceIdAssignment conferenceIds;

    @Inject
    UserNaming naming;

    @Inject
    ActorResets resets;

    @Inject
    Caller caller;

    @RestPath
    String tenant;

    @RestPath
    @Pattern(regexp = Ids.EARLIER_ID)
    String userId;

    @PUT
    public CompletionStage<Response> provision(@NotNull @Valid UserBody body) {
        checkMayCome(userId);
        Profile profile = new Profile(
                body.userPrincipalName(),
                body.displayName(),
                body.primarySmtpAddress(),
                body.preferredLanguage(),
                body.phoneNumbers());
        return naming.byPerson(user(), new ProvisionUser(profile), caller.meta())
                .thenApply(reply -> UserAnswers.response(reply, Response.Status.OK));
    }

    /** @throws dev.foyer.base.Problem.ProblemException 400 when nobody is called so any more */
    static void checkMayCome(String userId) {
        try {
            TextKind.ID.of(userId);
        } catch (TextRefused e) {
            throw e.problem("userId").exception();
        }
    }

    /** Also by an operator, at a tenant's end. */
    @DELETE
    @AllowedRoles({Roles.ADMIN, Roles.OPERATOR})
    public CompletionStage<Response> remove() {
        return submit(new RemoveUser()).thenApply(reply -> UserAnswers.response(reply, Response.Status.OK));
    }

    @POST
    @Path("/conferencing")
    public CompletionStage<Response> enable(@Valid EnableBody body) {
        EnableBody given = body == null ? new EnableBody(null, null, null, null, null, null) : body;
        var command = new EnableConferencing(
                null,
                given.allowPstnOnlyMeetings(),
                given.serviceNumber(),
                given.tollFreeServiceNumber(),
                given.mail(),
                reveals(given.reveal()));
        return conferenceIds
                .enable(user(), command, caller.meta())
                .thenApply(reply -> UserAnswers.response(reply, Response.Status.CREATED));
    }

    /** Numbers and who may start; what is not in the body stays, a number set to null is none from then on. */
    @PATCH
    @Path("/conferencing")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public CompletionStage<Response> change(JsonNode patch) {
        return submit(ConferencingPatch.read(patch))
                .thenApply(reply -> UserAnswers.response(reply, Response.Status.OK));
    }

    /** 202: mail M5 is made, whatever the tenant's switch says. */
    @POST
    @Path("/conferencing/email")
    @AllowedRoles({Roles.ADMIN, Roles.HELPDESK})
    public CompletionStage<Response> sendInformation(@Valid SendBody body) {
        return submit(new SendConferenceInformation(body == null ? null : body.sendEmailToAddress()))
                .thenApply(reply -> UserAnswers.response(reply, Response.Status.ACCEPTED));
    }

    @DELETE
    @Path("/conferencing")
    public CompletionStage<Response> disable() {
        return submit(new DisableConferencing()).thenApply(reply -> UserAnswers.response(reply, Response.Status.OK));
    }

    @POST
    @Path("/pin/reset")
    @AllowedRoles({Roles.ADMIN, Roles.HELPDESK})
    public CompletionStage<Response> reset(@Valid ResetBody body) {
        ResetBody given = body == null ? new ResetBody(null, null, null) : body;
        resets.refusedFor(tenant, caller.meta()).ifPresent(wait -> {
            throw Refusals.actorResetLimitReached(wait).exception();
        });
        return resets.reset(user(), new ResetPin(given.mail(), reveals(given.reveal())), caller.meta())
                .thenApply(reply -> UserAnswers.response(reply, Response.Status.OK));
    }

    @POST
    @Path("/pin/verify")
    @AllowedRoles(Roles.BRIDGE)
    public CompletionStage<Response> verify(@NotNull @Valid VerifyBody body) {
        var spoken = new SpokenPin(body.sealedPin());
        boolean refused = Boolean.TRUE.equals(body.sourceRefused());
        return submit(new VerifyPin(body.conferenceId(), body.callId(), spoken, refused))
                .thenApply(reply -> UserAnswers.response(reply, Response.Status.OK));
    }

    @POST
    @Path("/conference-id/reset")
    public CompletionStage<Response> resetConferenceId() {
        return conferenceIds
                .resetConferenceId(user(), caller.meta())
                .thenApply(reply -> UserAnswers.response(reply, Response.Status.OK));
    }

    @PUT
    @Path("/conference-id")
    public CompletionStage<Response> setConferenceId(@NotNull @Valid ConferenceIdBody body) {
        return conferenceIds
                .setConferenceId(user(), body.conferenceId(), caller.meta())
                .thenApply(reply -> UserAnswers.response(reply, Response.Status.OK));
    }

    @POST
    @Path("/pin/lock")
    public CompletionStage<Response> lock() {
        return submit(new LockPin()).thenApply(reply -> UserAnswers.response(reply, Response.Status.OK));
    }

    @POST
    @Path("/pin/unlock")
    public CompletionStage<Response> unlock() {
        return submit(new UnlockPin()).thenApply(reply -> UserAnswers.response(reply, Response.Status.OK));
    }

    private CompletionStage<Reply<UserRefusal, UserAnswer>> submit(UserCommand command) {
        return users.submit(user(), command, caller.meta());
    }

    private UserKey user() {
        return new UserKey(tenant, userId);
    }
}

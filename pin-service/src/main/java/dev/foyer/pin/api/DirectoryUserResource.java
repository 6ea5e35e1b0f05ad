package dev.foyer.pin.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Roles;
import dev.foyer.base.text.Ids;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.pin.Users;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.ProfileChange;
import dev.foyer.pin.domain.user.ScimDetails;
import dev.foyer.pin.domain.user.UserAnswer;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.ChangeConferencing;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import dev.foyer.pin.domain.user.UserRefusal;
import dev.foyer.pin.process.ConferenceIdAssignment;
import dev.foyer.pin.process.UserNaming;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;

/**
 * What a directory system may ask of one user (G4): what it may over its topic, and the service numbers. Unlike a topic's record it is answered,
 * so a name that another user has is refused instead of waited for.
 */
@Path("/internal/v1/tenants/{tenant}/directory/users/{userId}")
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Roles.DIRECTORY)
public class DirectoryUserResource {

    @Inject
    Users users;

    @Inject
    ConferenceIdAssignment conferenceIds;

    @Inject
    UserNaming naming;

    @Inject
    Caller caller;

    @RestPath
    String tenant;

    @RestPath
    @Pattern(regexp = Ids.EARLIER_ID)
    String userId;

    /**
     * @param nameCleaned whether what nobody would see was left out of the display name
     * @param inactive absent: no
     * @param phoneTypes of the numbers, as they are written here
     */
    record DirectoryUserBody(
            @NotBlank @Text(TextKind.USER_NAME) String userPrincipalName,
            @NotBlank @Text(TextKind.SENT_LINE) String displayName,

            @Text(value = TextKind.MAIL_ADDRESS, blankIsNone = true)
            String primarySmtpAddress,

            @Text(value = TextKind.LANGUAGE, blankIsNone = true)
            String preferredLanguage,

            @Size(max = 20) @Text(TextKind.PHONE_NUMBER) List<String> phoneNumbers,
            boolean nameCleaned,
            @Text(TextKind.SOUGHT) String externalId,
            Boolean inactive,

            @Size(max = 20) @Text(TextKind.SOUGHT) Map<String, String> phoneTypes) {

        Profile profile() {
            return new Profile(
                    userPrincipalName,
                    displayName,
                    primarySmtpAddress,
                    preferredLanguage,
                    phoneNumbers,
                    new ScimDetails(externalId, inactive, phoneTypes));
        }
    }

    /** @param user all of it, of which {@code fields} are meant */
    record DirectoryChangeBody(
            @NotNull @Valid DirectoryUserBody user, @NotNull Set<ProfileChange.Field> fields) {}

    /** 201: the user is new. */
    @PUT
    public CompletionStage<Response> provision(@NotNull @Valid DirectoryUserBody body) {
        UserResource.checkMayCome(userId);
        return naming.byPerson(user(), new ProvisionUser(body.profile(), body.nameCleaned()), caller.meta())
                .thenApply(reply -> UserAnswers.response(reply, Response.Status.OK));
    }

    /** Some fields; the others stay, whoever changed them meanwhile. */
    @PATCH
    public CompletionStage<Response> change(@NotNull @Valid DirectoryChangeBody body) {
        ProfileChange change = new ProfileChange(body.user().profile(), body.fields());
        return naming.byPerson(user(), new ChangeUser(change, body.user().nameCleaned()), caller.meta())
                .thenApply(reply -> UserAnswers.response(reply, Response.Status.OK));
    }

    /** Disabled first. */
    @DELETE
    public CompletionStage<Response> remove() {
        return submit(new RemoveUser());
    }

    /** As a licence does: the PIN goes to the user. */
    @POST
    @Path("/conferencing")
    public CompletionStage<Response> enable() {
        return conferenceIds
                .enable(user(), EnableConferencing.BY_LICENCE, caller.meta())
                .thenApply(reply -> UserAnswers.response(reply, Response.Status.CREATED));
    }

    @DELETE
    @Path("/conferencing")
    public CompletionStage<Response> disable() {
        return submit(new DisableConferencing());
    }

    /** Numbers; who may start a meeting is the administrators' to say. */
    @PATCH
    @Path("/conferencing")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public CompletionStage<Response> changeNumbers(JsonNode patch) {
        ChangeConferencing change = ConferencingPatch.read(patch);
        return submit(new ChangeConferencing(change.serviceNumber(), change.tollFreeServiceNumber(), null));
    }

    private CompletionStage<Response> submit(UserCommand command) {
        CompletionStage<Reply<UserRefusal, UserAnswer>> reply = users.submit(user(), command, caller.meta());
        return reply.thenApply(answer -> UserAnswers.response(answer, Response.Status.OK));
    }

    private UserKey user() {
        return new UserKey(tenant, userId);
    }
}

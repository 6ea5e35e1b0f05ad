package dev.foyer.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandParams;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.PinServiceClient.AskedMail;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.UserEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Enabling and disabling users, and their PINs. Same root as {@link UsersResource}, so that a wrong method is a 405. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conferencing")
@RunOnVirtualThread
public class ConferencingResource {

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<PinServiceClient> pinService;

    @Inject
    Pins pins;

    @Inject
    ReadYourWrites readYourWrites;

    @POST
    @Path("/{user}/conferencing")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Enables a user: 201 with the PIN, this one time; 200 without one when enabled already")
    @APIResponse(
            responseCode = "201",
            description = "Enabled, with the PIN",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PinAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was enabled already; no PIN",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PinAnswer.class)))
    public RestResponse<PinAnswer> enable(String user, Bodies.Enable body) {
        Bodies.Enable wanted = body == null ? Bodies.Enable.NOTHING : body;
        UserEntry found = request.user(user);
        return pins.enable(found, wanted, request.command(Pins.enabling(found), wanted));
    }

    @PATCH
    @Path("/{user}/conferencing")
    @Consumes({MediaType.APPLICATION_JSON, Params.MERGE_PATCH})
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Changes numbers and who may start, by JSON merge patch; a number of null is none")
    public UserAnswer change(
            String user,
            @RequestBody(content = @Content(schema = @Schema(implementation = Bodies.ConferencingPatch.class)))
                    JsonNode patch) {
        UserEntry before = request.user(user);
        JsonNode wanted = Params.patch(patch, "serviceNumber, tollFreeServiceNumber or allowPstnOnlyMeetings");
        Answered<Void> done = pinService.run(
                request.command(new KeyScope("change-conferencing", before.userId()), wanted),
                (pins, command) -> pins.changeConferencing(command, before.userId(), wanted));
        return UserAnswer.of(readYourWrites
                .read(done, () -> request.view().userById(before.userId()))
                .orElse(before));
    }

    @POST
    @Path("/{user}/conferencing/email")
    @ResponseStatus(202)
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(
            summary = "Mails the user how their meetings are joined by telephone; never with a PIN",
            description = "It goes also where automatic mails are switched off; only an administrator names another"
                    + " address.")
    @APIResponse(
            responseCode = "202",
            description = "The mail, as it is planned",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PinAnswer.MailAnswer.class)))
    public PinAnswer.MailAnswer email(String user, Bodies.Email body) {
        Bodies.Email wanted = body == null ? Bodies.Email.NOTHING : body;
        String userId = request.user(user).userId();
        Answered<AskedMail> done = pinService.call(
                request.command(new KeyScope("send-information", userId), wanted),
                (pins, command) ->
                        pins.sendInformation(command, userId, new PinServiceClient.Email(wanted.sendEmailToAddress())));
        readYourWrites.await(done);
        AskedMail mail = done.body();
        return new PinAnswer.MailAnswer(
                mail.notificationId(), mail.mail().status(), mail.mail().to());
    }

    @DELETE
    @Path("/{user}/conferencing")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Disables a user: PIN, conference ID and conferencing data are gone")
    public void disable(String user, Bodies.Because body) {
        String userId = request.user(user).userId();
        change(new KeyScope("disable", userId), body, (pins, command) -> pins.disable(command, userId));
    }

    @POST
    @Path("/{user}/pin/reset")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(summary = "A new PIN, shown in this answer only; the helpdesk never sees it")
    public PinAnswer reset(String user, Bodies.Reset body) {
        Bodies.Reset wanted = body == null ? Bodies.Reset.NOTHING : body;
        UserEntry found = request.user(user);
        return pins.reset(found, wanted, request.command(Pins.resetting(found), wanted));
    }

    @POST
    @Path("/{user}/pin/unlock")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Lets the PIN be tried again")
    public void unlock(String user, Bodies.Because body) {
        String userId = request.user(user).userId();
        change(new KeyScope("unlock-pin", userId), body, (pins, command) -> pins.unlockPin(command, userId));
    }

    @POST
    @Path("/{user}/pin/lock")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Refuses the PIN until an administrator unlocks it")
    public void lock(String user, Bodies.Because body) {
        String userId = request.user(user).userId();
        change(new KeyScope("lock-pin", userId), body, (pins, command) -> pins.lockPin(command, userId));
    }

    private void change(
            KeyScope scope,
            Bodies.Because why,
            BiFunction<PinServiceClient, CommandParams, RestResponse<Void>> change) {
        readYourWrites.await(pinService.run(request.command(scope, Bodies.Because.orNothing(why)), change));
    }
}

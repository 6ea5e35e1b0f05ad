package dev.foyer.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.clients.ServiceAnswer;
import dev.foyer.gateway.clients.ServiceCall;
import dev.foyer.gateway.clients.Services;
import dev.foyer.gateway.index.UserEntry;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Enabling and disabling users, and their PINs. Same root as {@link UsersResource}, so that a wrong method is a 405. */
@Path("/api/v1/users")
@Tag(name = "Conferencing")
@RunOnVirtualThread
public class ConferencingResource {

    @Inject
    ApiRequest request;

    @Inject
    Services services;

    @Inject
    Pins pins;

    @Inject
    ReadYourWrites view;

    @POST
    @Path("/{user}/conferencing")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Enables a user: 201 with the PIN, this one time; 200 without one when enabled already")
    public RestResponse<PinAnswer> enable(String user, Bodies.Enable body) {
        Bodies.Enable wanted = body == null ? Bodies.Enable.NOTHING : body;
        return pins.enable(request.user(user), wanted, request.wish(wanted));
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
        ServiceAnswer done =
                services.pins().send(ServiceCall.patch(path(before, "conferencing"), wanted), request.wish(wanted));
        return UserAnswer.of(
                view.after(done, () -> request.view().user(before.userId())).orElse(before));
    }

    @DELETE
    @Path("/{user}/conferencing")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Disables a user: PIN, conference ID and conferencing data are gone")
    public void disable(String user) {
        command(ServiceCall.delete(path(request.user(user), "conferencing")));
    }

    @POST
    @Path("/{user}/pin/reset")
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK})
    @Operation(summary = "A new PIN, shown in this answer only; the helpdesk never sees it")
    public PinAnswer reset(String user, Bodies.Reset body) {
        Bodies.Reset wanted = body == null ? Bodies.Reset.NOTHING : body;
        return pins.reset(request.user(user), wanted, request.wish(wanted));
    }

    @POST
    @Path("/{user}/pin/unlock")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Lets the PIN be tried again")
    public void unlock(String user) {
        command(ServiceCall.post(path(request.user(user), "pin", "unlock"), null));
    }

    @POST
    @Path("/{user}/pin/lock")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Refuses the PIN until an administrator unlocks it")
    public void lock(String user) {
        command(ServiceCall.post(path(request.user(user), "pin", "lock"), null));
    }

    private void command(ServiceCall call) {
        view.follow(services.pins().send(call, request.wish(null)));
    }

    private static String path(UserEntry user, String... what) {
        return ServiceCall.path("users", user.userId()) + ServiceCall.path(what);
    }
}

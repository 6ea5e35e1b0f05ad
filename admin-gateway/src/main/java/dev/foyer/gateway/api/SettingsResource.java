package dev.foyer.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.PinServiceClient;
import dev.foyer.gateway.clients.RemoteService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tenant's settings. pin-service owns them and says what they may be; the gateway hands them on as they are. */
@Path("/api/v1/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
@RunOnVirtualThread
public class SettingsResource {

    @Inject
    ApiRequest request;

    @Inject
    RemoteService<PinServiceClient> pinService;

    @Inject
    ReadYourWrites readYourWrites;

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "All settings of the tenant")
    @APIResponse(
            responseCode = "200",
            description = "All settings",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SettingsBody.class)))
    public JsonNode read() {
        return pinService
                .call(request.command(KeyScope.of("read-settings"), null), PinServiceClient::settings)
                .body();
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, Params.MERGE_PATCH})
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Changes settings by JSON merge patch; null sets one back to its default")
    @APIResponse(
            responseCode = "200",
            description = "All settings as they are now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SettingsBody.class)))
    public JsonNode change(
            @RequestBody(content = @Content(schema = @Schema(implementation = SettingsBody.class))) JsonNode patch) {
        JsonNode wanted = Params.patch(patch, "settings");
        Answered<JsonNode> done = pinService.call(
                request.command(KeyScope.of("change-settings"), wanted),
                (pins, command) -> pins.changeSettings(command, wanted));
        readYourWrites.await(done);
        return done.body();
    }
}

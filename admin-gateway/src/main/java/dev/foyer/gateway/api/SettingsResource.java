package dev.foyer.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.eventsourcing.service.Problem;
import dev.foyer.gateway.clients.ServiceAnswer;
import dev.foyer.gateway.clients.ServiceCall;
import dev.foyer.gateway.clients.Services;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tenant's settings. pin-service owns them and says what they may be; the gateway hands them on as they are. */
@Path("/api/v1/settings")
@Tag(name = "Settings")
@RunOnVirtualThread
public class SettingsResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Inject
    ApiRequest request;

    @Inject
    Services services;

    @Inject
    View view;

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR})
    @Operation(summary = "All settings of the tenant")
    public JsonNode read() {
        return services.pins()
                .send(ServiceCall.get("/settings"), request.wish(null))
                .body();
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Changes settings by JSON merge patch; null sets one back to its default")
    public JsonNode change(JsonNode patch) {
        if (patch == null || !patch.isObject()) {
            throw Problem.of(400, "malformed-json", "The body cannot be read", "Send a JSON object with settings.")
                    .exception();
        }
        ServiceAnswer done = services.pins().send(ServiceCall.patch("/settings", patch), request.wish(patch));
        view.follow(done);
        return done.body();
    }
}

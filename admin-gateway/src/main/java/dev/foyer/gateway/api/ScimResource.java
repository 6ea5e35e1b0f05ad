package dev.foyer.gateway.api;

import dev.foyer.gateway.scim.ScimEndpoint;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /scim/v2}, for directory systems (rule G4). SCIM describes itself, so the API's document does not; who may is whoever holds a token ({@link ScimEndpoint}). */
@Path("/scim/v2")
@PermitAll
@RunOnVirtualThread
@Consumes({"application/scim+json", "application/json"})
@Produces({"application/scim+json", "application/json"})
public class ScimResource {

    @Inject
    ScimEndpoint door;

    @Inject
    ApiConfig config;

    @GET
    @Path("/{path:.*}")
    @Operation(hidden = true)
    public Response get(@RestPath String path, @Context RoutingContext request) {
        return answer(path, null, request);
    }

    @POST
    @Path("/{path:.*}")
    @Operation(hidden = true)
    public Response post(@RestPath String path, byte[] body, @Context RoutingContext request) {
        return answer(path, body, request);
    }

    @PUT
    @Path("/{path:.*}")
    @Operation(hidden = true)
    public Response put(@RestPath String path, byte[] body, @Context RoutingContext request) {
        return answer(path, body, request);
    }

    @PATCH
    @Path("/{path:.*}")
    @Operation(hidden = true)
    public Response patch(@RestPath String path, byte[] body, @Context RoutingContext request) {
        return answer(path, body, request);
    }

    @DELETE
    @Path("/{path:.*}")
    @Operation(hidden = true)
    public Response delete(@RestPath String path, @Context RoutingContext request) {
        return answer(path, null, request);
    }

    private Response answer(String path, byte[] body, RoutingContext request) {
        return door.answer(path, body, request, CorrelationFilter.idOf(request), config.viewDeadline());
    }
}

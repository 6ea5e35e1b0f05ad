package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.RemoteTenants;
import dev.foyer.gateway.clients.TenantsClient.Made;
import dev.foyer.gateway.clients.TenantsClient.Wanted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Tenants come and go. Done elsewhere, by who may do everything at the broker: here are only the names. */
@Path("/api/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Tenants")
@RunOnVirtualThread
public class TenantsResource {

    private static final Logger LOG = Logger.getLogger(TenantsResource.class);

    @Inject
    ApiRequest request;

    @Inject
    RemoteTenants tenants;

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Adds a tenant, with topics, a user for its systems, and an administrator",
            description =
                    "administrator: a name for the account, admin@ and the tenant when absent. Its password is in this"
                            + " answer only; a repetition is 409.")
    public TenantAnswer add(Bodies.Tenant body) {
        checkConfigured();
        Bodies.required(body);
        if (body.tenant() == null) {
            throw Problems.missing("tenant").exception();
        }
        Made made = tenants.add(new Wanted(body.tenant(), body.administrator()));
        LOG.infof("%s added the tenant %s", request.signedIn().name(), made.tenant());
        return TenantAnswer.of(made);
    }

    @DELETE
    @Path("/{tenant}")
    @Operation(summary = "Removes a tenant with its users, meetings, accounts, credentials and topics")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "202", description = "It goes; the same request tells when it is gone, by 404")
    public RestResponse<Void> remove(String tenant) {
        checkConfigured();
        boolean gone = tenants.remove(tenant);
        LOG.infof("%s removed the tenant %s", request.signedIn().name(), tenant);
        return RestResponse.status(gone ? RestResponse.Status.NO_CONTENT : RestResponse.Status.ACCEPTED);
    }

    private void checkConfigured() {
        if (!tenants.isConfigured()) {
            throw Problems.tenantsElsewhere().exception();
        }
    }
}

package dev.foyer.gateway.api;

import dev.foyer.base.TenantName;
import dev.foyer.gateway.tenants.TenantChanges;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Tenants come and go. */
@Path("/api/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Tenants")
@RunOnVirtualThread
public class TenantsResource {

    @Inject
    ApiRequest request;

    @Inject
    TenantChanges tenants;

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Adds a tenant, with topics, a user for its systems, and an administrator",
            description =
                    "administrator: a name for the account, admin@ and the tenant when absent. Where people sign in with"
                            + " their company it gets no account, and its people are let in as soon as it is there. A"
                            + " repetition with the same Idempotency-Key is answered as the first; another one is 409.")
    public TenantAnswer add(Bodies.Tenant body) {
        checkConfigured();
        Bodies.required(body);
        if (body.tenant() == null) {
            throw Problems.missing("tenant").exception();
        }
        return TenantAnswer.of(
                tenants.add(request.operator(body.tenant(), KeyScope.of("add-tenant"), body), body.administrator()));
    }

    @DELETE
    @Path("/{tenant}")
    @Operation(summary = "Removes a tenant with its users, meetings, accounts, credentials and topics")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "202", description = "It goes; the same request tells when it is gone, by 404")
    public RestResponse<Void> remove(String tenant) {
        checkConfigured();
        if (!TenantName.isValid(tenant)) {
            throw TenantProblems.tenantInvalid().exception();
        }
        boolean gone = tenants.remove(request.operator(tenant, KeyScope.of("remove-tenant"), null));
        return RestResponse.status(gone ? RestResponse.Status.NO_CONTENT : RestResponse.Status.ACCEPTED);
    }

    private void checkConfigured() {
        if (!tenants.isConfigured()) {
            throw TenantProblems.tenantsElsewhere().exception();
        }
    }
}

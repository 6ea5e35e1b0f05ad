package dev.foyer.pin.api;

import dev.foyer.base.Roles;
import dev.foyer.pin.Tenants;
import dev.foyer.pin.domain.tenant.TenantCommand;
import dev.foyer.pin.domain.tenant.TenantCommand.AddTenant;
import dev.foyer.pin.domain.tenant.TenantCommand.RemoveTenant;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;

/** That a tenant is there, or gone. What it has comes and goes elsewhere. */
@Path("/internal/v1/tenants/{tenant}")
@AllowedRoles(Roles.OPERATOR)
public class TenantResource {

    @Inject
    Tenants tenants;

    @Inject
    Caller caller;

    @RestPath
    String tenant;

    @PUT
    public CompletionStage<Response> add() {
        return submit(new AddTenant());
    }

    @DELETE
    public CompletionStage<Response> remove() {
        return submit(new RemoveTenant());
    }

    private CompletionStage<Response> submit(TenantCommand command) {
        return tenants.submit(tenant, command, caller.meta())
                .thenApply(reply -> Answers.answer(reply, _ -> Response.noContent(), TenantRefusals::problem));
    }
}

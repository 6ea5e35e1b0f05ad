package dev.foyer.service.eventsourced.peers;

import dev.foyer.base.Roles;
import dev.foyer.service.AllowedRoles;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Something that the gateway may call. */
@Path("/internal/v1/tenants/{tenant}/ping")
@AllowedRoles(Roles.ADMIN)
public class PingResource {

    @GET
    public String ping() {
        return "pong";
    }
}

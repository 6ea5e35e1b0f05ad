package dev.foyer.gateway.clients;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * What every request to a service says of its command: the tenant in the path, the rest, and the tenant again, in the token.
 * Prints nothing of it.
 */
public final class CommandParams {

    @PathParam("tenant")
    public final String tenant;

    @HeaderParam(HttpHeaders.AUTHORIZATION)
    public final String authorization;

    /** @param token for the service that is asked */
    CommandParams(CommandContext command, String token) {
        tenant = command.tenant();
        authorization = "Bearer " + token;
    }
}

package dev.foyer.gateway.clients;

import dev.foyer.service.CallHeaders;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;

/**
 * What every request to a service says of its command: the tenant in the path, the rest in headers. One object for all
 * tries of a request, so that they have the same command id.
 */
public final class CommandParams {

    @PathParam("tenant")
    public final String tenant;

    @HeaderParam(CallHeaders.ACTOR)
    public final String actor;

    /** {@code null}, and no header, for an account that is no user of the tenant. */
    @HeaderParam(CallHeaders.ACTOR_USER)
    public final String actorUser;

    @HeaderParam(CallHeaders.ROLE)
    public final String role;

    @HeaderParam(CallHeaders.COMMAND_ID)
    public final String commandId;

    @HeaderParam(CallHeaders.CORRELATION_ID)
    public final String correlationId;

    CommandParams(CommandContext command) {
        tenant = command.tenant();
        actor = command.account().name();
        actorUser = command.account().userId();
        role = command.role();
        commandId = command.commandId();
        correlationId = command.correlationId();
    }
}

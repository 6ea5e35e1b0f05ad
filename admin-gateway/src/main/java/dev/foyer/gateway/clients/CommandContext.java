package dev.foyer.gateway.clients;

import dev.foyer.base.Actor;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.service.calls.CallClaims;

/**
 * Who asks a service for what, as it travels along with the request.
 *
 * @param commandId the same however often the request is repeated
 * @param role the role that allows it, of those that the account has
 * @param reason why they ask, as the tenant wants it said (rule G3); {@code null}: it is not said
 */
public record CommandContext(Account account, String role, String commandId, String correlationId, String reason) {

    /** Without a reason. */
    public CommandContext(Account account, String role, String commandId, String correlationId) {
        this(account, role, commandId, correlationId, null);
    }

    /** The same of another command, which is a part of this one or follows from it. */
    public CommandContext withCommandId(String id) {
        return new CommandContext(account, role, id, correlationId, reason);
    }

    /** Whose things it is about; comes from the account, never from the request. */
    public String tenant() {
        return account.tenant();
    }

    /** What a service is told of it, under our signature. */
    CallClaims claims() {
        return new CallClaims(
                tenant(), new Actor(account.name(), role, account.userId()), commandId, correlationId, reason);
    }
}

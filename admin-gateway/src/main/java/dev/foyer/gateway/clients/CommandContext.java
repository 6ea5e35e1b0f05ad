package dev.foyer.gateway.clients;

import dev.foyer.base.Actor;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.service.calls.CallClaims;

/**
 * Who asks a service for what, as it travels along with the request.
 *
 * @param commandId the same however often the request is repeated
 * @param role the role that allows it, of those that the account has
 */
public record CommandContext(Account account, String role, String commandId, String correlationId) {

    /** Whose things it is about; comes from the account, never from the request. */
    public String tenant() {
        return account.tenant();
    }

    /** What a service is told of it, under our signature. */
    CallClaims claims() {
        return new CallClaims(tenant(), new Actor(account.name(), role, account.userId()), commandId, correlationId);
    }
}

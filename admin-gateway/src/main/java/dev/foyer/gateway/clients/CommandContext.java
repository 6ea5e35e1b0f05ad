package dev.foyer.gateway.clients;

import dev.foyer.gateway.accounts.Account;

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
}

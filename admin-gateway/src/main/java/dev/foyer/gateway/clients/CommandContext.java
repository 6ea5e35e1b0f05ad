package dev.foyer.gateway.clients;

import dev.foyer.gateway.accounts.Account;

/**
 * One thing that a caller wants, with what travels along to the services.
 *
 * @param commandId the same however often the wish is repeated
 * @param role the role that allows it, of those that the account has
 */
public record CommandContext(Account account, String role, String commandId, String correlationId) {

    /** Whose things it is about; comes from the account, never from the request. */
    public String tenant() {
        return account.tenant();
    }
}

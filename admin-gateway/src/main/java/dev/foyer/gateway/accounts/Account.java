package dev.foyer.gateway.accounts;

import java.util.Set;

/**
 * Who may sign in. Carries no password: {@link Accounts} keeps what it compares with.
 *
 * @param userId the account's own user in the tenant's directory (rule A3), or {@code null}
 */
public record Account(String name, String tenant, Set<String> roles, String userId) {

    /** Stands where a tenant would, of operators: no domain is called so. */
    public static final String OF_NO_TENANT = "operators";

    public Account {
        roles = Set.copyOf(roles);
    }
}

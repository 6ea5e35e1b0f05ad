package dev.foyer.local.secrets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/**
 * Somebody who may sign in to the gateway.
 *
 * @param userId the account's own user in the directory, or null: who resets PINs must not reset their own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Account(String name, String tenant, List<String> roles, String userId, String password) {

    /** Stands where a tenant would, of operators: no domain is called so. */
    public static final String OF_NO_TENANT = "operators";

    /** The environment variable that sets the password, for tests. */
    String variable() {
        return "FOYER_PASSWORD_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    Account withPassword(String password) {
        return new Account(name, tenant, roles, userId, password);
    }

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}

package dev.foyer.local.secrets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An account as the gateway gets it.
 *
 * @param userId as in {@link Account}, or null
 * @param passwordHash Argon2id with its salt and parameters, in the usual PHC form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HashedAccount(String name, String tenant, List<String> roles, String userId, String passwordHash) {

    @Override
    public String toString() {
        return "HashedAccount[" + name + "]";
    }
}

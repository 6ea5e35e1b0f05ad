package dev.foyer.local.access;

import dev.foyer.base.TenantName;
import dev.foyer.local.CannotRun;
import dev.foyer.local.broker.SuperUser;
import java.util.regex.Pattern;

/** What users of the broker are called: a tenant's systems by its domain, services and operators without a dot. */
public final class UserName {

    private static final Pattern PERSON = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    private UserName() {}

    /** Whether it is one of a tenant, a domain such as {@code contoso.com}. */
    public static boolean isTenant(String name) {
        return TenantName.isValid(name);
    }

    /** Whether an operator may be called so (services are too); also what keeps a user's name from being a path. */
    public static boolean isOperator(String name) {
        return PERSON.matcher(name).matches() && !name.equals(SuperUser.NAME);
    }

    /** The name, or {@link CannotRun} when no tenant can be called so. */
    public static String checkTenant(String name) {
        if (!isTenant(name)) {
            throw new CannotRun(
                    "\"" + name + "\" is no tenant; a tenant is a domain name in lower case such as" + " contoso.com.");
        }
        return name;
    }
}

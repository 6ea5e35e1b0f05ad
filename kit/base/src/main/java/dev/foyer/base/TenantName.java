package dev.foyer.base;

import java.util.regex.Pattern;

/**
 * What tenants are called: domain names in lower case. The one rule, wherever a name comes in; it also keeps a tenant's name
 * from being a path, a pattern, or a word of ours, none of which has a dot between letters.
 */
public final class TenantName {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern FORM = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");
    /** A topic's name has at most 249 letters, an account's 128, and there is more in them than the tenant. */
    private static final int LONGEST = 120;

    private TenantName() {}

    /** Whether a tenant can be called so. */
    public static boolean isValid(String name) {
        return name != null && name.length() <= LONGEST && FORM.matcher(name).matches();
    }
}

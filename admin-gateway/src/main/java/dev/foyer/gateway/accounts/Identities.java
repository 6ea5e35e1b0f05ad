package dev.foyer.gateway.accounts;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** How an account looks to Quarkus, and back. */
public final class Identities {

    private static final String ACCOUNT = "account";

    private Identities() {}

    /** The identity of somebody who has signed in. */
    public static SecurityIdentity of(Account account) {
        return with(account).build();
    }

    /** The same, for adding to. */
    public static QuarkusSecurityIdentity.Builder with(Account account) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(account.name()))
                .addRoles(account.roles())
                .addAttribute(ACCOUNT, account);
    }

    /** The account behind an identity; only for those who have signed in. */
    public static Account account(SecurityIdentity identity) {
        return identity.getAttribute(ACCOUNT);
    }
}

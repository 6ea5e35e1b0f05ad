package dev.foyer.gateway.accounts;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;

/** How an account looks to Quarkus, and back. */
public final class Identities {

    /** The moment from which somebody has been believed to be this account, where it is known: an {@link Instant}. */
    public static final String BEGAN = "began";

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

    /** The account behind an identity; {@code null} for who has not signed in. */
    public static Account account(SecurityIdentity identity) {
        return identity.getAttribute(ACCOUNT);
    }
}

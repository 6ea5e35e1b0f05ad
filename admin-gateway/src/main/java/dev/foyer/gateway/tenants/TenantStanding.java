package dev.foyer.gateway.tenants;

import dev.foyer.base.Unavailable;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.accounts.Identities;
import dev.foyer.gateway.company.Companies;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Nobody is anybody of a tenant that is not there: asked for each request, whether by password, token or session, so that
 * they end with the tenant, at every gateway. And none of before holds when the tenant comes again.
 */
@ApplicationScoped
public class TenantStanding implements SecurityIdentityAugmentor {

    /** The clocks of a provider and of ours. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    @Inject
    KnownTenants knownTenants;

    @Inject
    Companies companies;

    /** After who makes accounts of tokens. */
    @Override
    public int priority() {
        return -1;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        Account account = Identities.account(identity);
        if (account == null || account.tenant().equals(Account.OF_NO_TENANT)) {
            return Uni.createFrom().item(identity);
        }
        try {
            return holds(account, identity.getAttribute(Identities.BEGAN))
                    ? Uni.createFrom().item(identity)
                    : Uni.createFrom().failure(new AuthenticationFailedException());
        } catch (Unavailable e) {
            // The embedded accounts go with their tenant, so their file is enough meanwhile.
            return companies.isThereAny()
                    ? Uni.createFrom().failure(e)
                    : Uni.createFrom().item(identity);
        }
    }

    /** @param began {@code null}: with this request */
    private boolean holds(Account account, Instant began) {
        return knownTenants.isThere(account.tenant())
                && (began == null
                        || knownTenants
                                .since(account.tenant())
                                .filter(since -> began.plus(CLOCKS).isBefore(since))
                                .isEmpty());
    }
}

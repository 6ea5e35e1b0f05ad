package dev.foyer.gateway.tenants;

import dev.foyer.base.Problem;
import dev.foyer.gateway.accounts.AccountsRunner;
import dev.foyer.gateway.company.Companies;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.index.TenantEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Which tenants there are, as far as this gateway has heard. Those that were added and not removed; and those that the
 * configuration names, by an account or a provider, until somebody says otherwise. All answers are quick. Thread-safe.
 */
@ApplicationScoped
public class KnownTenants {

    @Inject
    ReadModel index;

    @Inject
    AccountsRunner runner;

    @Inject
    Companies companies;

    /** @throws dev.foyer.base.Unavailable while the index is being built: it might have been removed */
    public boolean isThere(String tenant) {
        return index.standing(tenant).map(TenantEntry::there).orElseGet(() -> isConfigured(tenant));
    }

    /** Whether a file of this gateway names it. */
    boolean isConfigured(String tenant) {
        return runner.accounts().isTenant(tenant) || companies.isNamed(tenant);
    }

    /** When it came again after a removal; empty when it never did. @throws dev.foyer.base.Unavailable as above */
    Optional<Instant> since(String tenant) {
        return index.standing(tenant).map(TenantEntry::since);
    }

    /** @throws Problem.ProblemException 404 unless it is there */
    public void checkThere(String tenant) {
        if (!isThere(tenant)) {
            throw Problem.of(404, "tenant-not-found", "No such tenant", "Check the name; perhaps it is gone already.")
                    .exception();
        }
    }
}

package dev.foyer.gateway.signin;

import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.accounts.Accounts;
import dev.foyer.gateway.accounts.AccountsRunner;
import dev.foyer.gateway.company.Companies;
import dev.foyer.gateway.index.AccountEntry;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.tenants.KnownTenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Which sessions hold. Nothing of them is kept here: the cookie carries it, and the index says which generation of the
 * account's sessions does not hold any more. Thread-safe.
 */
@ApplicationScoped
class Sessions {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 18;

    @Inject
    SignInConfig config;

    @Inject
    AccountsRunner runner;

    @Inject
    Companies companies;

    @Inject
    KnownTenants knownTenants;

    @Inject
    ReadModel index;

    /** Of one of our own accounts. */
    Session begin(Accounts.Known account, int generation) {
        return begin(account.account(), null, account.fingerprint(), generation);
    }

    /** Of somebody whom their company vouches for; roles hold as they are now until the session ends. */
    Session begin(Account company, int generation) {
        return begin(company, company, "", generation);
    }

    private static Session begin(Account account, Account company, String fingerprint, int generation) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        Instant now = Instant.now();
        return new Session(
                Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                account.name(),
                company,
                fingerprint,
                generation,
                now,
                now);
    }

    /**
     * The account whose session it is; empty when it has ended, or its password, roles, tenant or user changed since.
     *
     * @throws dev.foyer.base.Unavailable while the index is being built: it might say that the session has ended
     */
    Optional<Account> holder(Session session) {
        if (session.isOver(Instant.now(), config.sessionLife(), config.sessionIdle())) {
            return Optional.empty();
        }
        return account(session).filter(account -> generation(account) <= session.generation());
    }

    private Optional<Account> account(Session session) {
        if (session.company() != null) {
            return Optional.of(session.company())
                    .filter(account ->
                            companies.ofTenant(account.tenant()).isPresent() && knownTenants.isThere(account.tenant()));
        }
        return runner.accounts()
                .named(session.account())
                .filter(known -> known.fingerprint().equals(session.fingerprint()))
                .map(Accounts.Known::account);
    }

    /** The generation that holds, as far as this gateway has heard. */
    int generation(Account account) {
        return index.tenant(account.tenant())
                .account(account.name())
                .map(AccountEntry::generation)
                .orElse(0);
    }
}

package dev.foyer.gateway.signin;

import dev.foyer.gateway.accounts.Accounts;
import dev.foyer.gateway.accounts.AccountsRunner;
import dev.foyer.gateway.index.AccountEntry;
import dev.foyer.gateway.index.ReadModel;
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
    ReadModel index;

    Session begin(Accounts.Known account, int generation) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        Instant now = Instant.now();
        return new Session(
                Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                account.account().name(),
                account.fingerprint(),
                generation,
                now,
                now);
    }

    /**
     * The account whose session it is; empty when it has ended, or its password, roles, tenant or user changed since.
     *
     * @throws dev.foyer.base.Unavailable while the index is being built: it might say that the session has ended
     */
    Optional<Accounts.Known> holder(Session session) {
        if (session.isOver(Instant.now(), config.sessionLife(), config.sessionIdle())) {
            return Optional.empty();
        }
        return runner.accounts()
                .named(session.account())
                .filter(known -> known.fingerprint().equals(session.fingerprint()))
                .filter(known -> generation(known) <= session.generation());
    }

    /** The generation that holds, as far as this gateway has heard. */
    int generation(Accounts.Known known) {
        return index.tenant(known.account().tenant())
                .account(known.account().name())
                .map(AccountEntry::generation)
                .orElse(0);
    }
}

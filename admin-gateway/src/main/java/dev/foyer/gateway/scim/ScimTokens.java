package dev.foyer.gateway.scim;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.foyer.base.Roles;
import dev.foyer.base.Unavailable;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.DirectoryClient;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.index.ScimTokenEntry;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.tenants.KnownTenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Who holds a token, by what this gateway has read of tokens: nobody is asked. So a token that another gateway has just revoked holds until
 * this one reads so, and where nothing can be read for a while, none holds. Thread-safe.
 */
@ApplicationScoped
class ScimTokens {

    private static final Logger LOG = Logger.getLogger(ScimTokens.class);

    /** So long a revoked token can hold here at most. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    /** So long a token is waited for that another gateway may have made a moment ago. */
    private static final Duration FOR_OTHERS = Duration.ofSeconds(1);

    private static final int MOST_WAIT = 32;

    @Inject
    ReadModel index;

    @Inject
    KnownTenants tenants;

    @Inject
    RemoteService<DirectoryClient> pinService;

    private final Semaphore waiting = new Semaphore(MOST_WAIT);
    private final Cache<String, LocalDate> noted =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /**
     * The account of the tenant's directory system; empty when this is no token, or none any more.
     *
     * @throws Unavailable while the index is being built, or is behind
     */
    Optional<Account> account(String text) {
        if (index.brokerSilence().compareTo(LONGEST_SILENCE) > 0) {
            throw new Unavailable(
                    Unavailable.Reason.BROKER_AWAY,
                    "Whether the token is revoked cannot be read at present; try again.");
        }
        return ScimToken.parse(text)
                .flatMap(token -> known(token).filter(known -> token.hasDigest(known.digest())))
                .filter(ScimTokens::holds)
                .filter(known -> tenants.isThere(known.tenant()))
                .map(this::used);
    }

    /** Who waits for one that nobody made waits in vain; they are too few at a time to be in anybody's way. */
    private Optional<ScimTokenEntry> known(ScimToken token) {
        TenantView view = index.tenant(token.tenant());
        Optional<ScimTokenEntry> known = view.scimToken(token.id());
        if (known.isPresent() || !tenants.isThere(token.tenant()) || !waiting.tryAcquire()) {
            return known;
        }
        try {
            return index.await(() -> view.scimToken(token.id()), FOR_OTHERS);
        } finally {
            waiting.release();
        }
    }

    private static boolean holds(ScimTokenEntry token) {
        return token.expiresAt() == null || Instant.now().isBefore(token.expiresAt());
    }

    private Account used(ScimTokenEntry token) {
        Account account = new Account("scim." + token.tokenId(), token.tenant(), Set.of(Roles.DIRECTORY), null);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String key = token.tenant() + "/" + token.tokenId();
        boolean isNews = token.usedOn() == null || token.usedOn().isBefore(today);
        if (isNews && !today.equals(noted.asMap().put(key, today))) {
            Thread.startVirtualThread(() -> note(account, token, key));
        }
        return account;
    }

    /** Beside the request, which does not wait for it. */
    private void note(Account account, ScimTokenEntry token, String key) {
        String id = UUID.randomUUID().toString();
        try {
            pinService.run(
                    new CommandContext(account, Roles.DIRECTORY, id, id),
                    (directory, command) -> directory.tokenUsed(command, token.tokenId()));
        } catch (RuntimeException e) {
            noted.invalidate(key); // the next use tries again
            LOG.debugf("The use of the token %s is not noted: %s", key, e.getMessage());
        }
    }
}

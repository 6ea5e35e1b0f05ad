package dev.foyer.gateway.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.authorize.Authorization;
import dev.foyer.base.Roles;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.index.TenantView;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** One request of a directory system, as the library hands it through to whoever answers it. Used by one thread. */
final class ScimCall extends Context {

    /** {@link ScimEndpoint} has looked at the token by now, and whoever holds one may do all of it. */
    private static final Authorization IS_KNOWN = new Authorization() {
        @Override
        public Set<String> getClientRoles() {
            return Set.of();
        }

        @Override
        public boolean authenticate(Map<String, String> headers, Map<String, String> parameters) {
            return true;
        }
    };

    /** How long one request waits for users, all in all, of whom another gateway may have read and this one not yet. */
    static final Duration FOR_OTHERS = Duration.ofSeconds(1);

    private static final Set<HttpMethod> CHANGES = Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final Account account;
    private final TenantView view;
    private final String correlationId;
    private final Duration seenWithin;
    private Duration retryAfter;
    private Duration forOthers = FOR_OTHERS;
    private ReentrantLock turn;

    /**
     * @param view of the account's tenant: nothing of another one can be asked for
     * @param seenWithin how long it waits at most until what it did shows
     */
    ScimCall(Account account, TenantView view, String correlationId, Duration seenWithin) {
        super(IS_KNOWN);
        this.account = account;
        this.view = view;
        this.correlationId = correlationId;
        this.seenWithin = seenWithin;
    }

    TenantView view() {
        return view;
    }

    String tenant() {
        return account.tenant();
    }

    /**
     * A command of its own: SCIM has no key by which a request is repeated, and what is asked twice is so already. Nobody asks a directory
     * system why (rule G3): its request is the reason.
     */
    CommandContext command() {
        return new CommandContext(account, Roles.DIRECTORY, UUID.randomUUID().toString(), correlationId, correlationId);
    }

    /** Whether what is asked for at this moment changes a user or takes one away. */
    boolean changes() {
        return CHANGES.contains(getUriInfos().getHttpMethod());
    }

    /** Waits until it is this call's turn. It holds one at a time: of several in a bulk request the one before is over by then. */
    void take(ReentrantLock next) {
        if (next != turn) {
            leave();
            next.lock();
            turn = next;
        }
    }

    /** Lets others have their turn, if it has one. */
    void leave() {
        if (turn != null) {
            turn.unlock();
            turn = null;
        }
    }

    /** Whether a whole user is said, so that what is absent is not set any more. */
    boolean replaces() {
        return getUriInfos().getHttpMethod() == HttpMethod.PUT;
    }

    Duration seenWithin() {
        return seenWithin;
    }

    /** What is left of it. */
    Duration forOthers() {
        return forOthers;
    }

    void hasWaited(Duration time) {
        forOthers = time.compareTo(forOthers) < 0 ? forOthers.minus(time) : Duration.ZERO;
    }

    /** When it may be tried again; {@code null}: nothing was said. */
    Duration retryAfter() {
        return retryAfter;
    }

    void retryAfter(Duration wait) {
        retryAfter = wait;
    }
}

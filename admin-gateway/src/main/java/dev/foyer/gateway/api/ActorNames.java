package dev.foyer.gateway.api;

import dev.foyer.gateway.index.AmbiguousName;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What people are called whose accounts did something. For one request, by one thread at a time. */
final class ActorNames {

    private static final int MOST = 1_000;

    private final TenantView tenant;
    private final Map<String, Optional<String>> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
            return size() > MOST;
        }
    };

    ActorNames(TenantView tenant) {
        this.tenant = tenant;
    }

    /**
     * Accounts have user names, never ids of users, which directories choose; services and topics have names of their own.
     *
     * @param role in which it acted
     * @return {@code null} for accounts that are no users, and for services
     */
    String of(String actor, String role) {
        return actor == null || !Roles.OF_ACCOUNTS.contains(role)
                ? null
                : known.computeIfAbsent(actor, this::find).orElse(null);
    }

    private Optional<String> find(String account) {
        try {
            return tenant.userNamed(account).map(UserEntry::displayName);
        } catch (AmbiguousName _) {
            return Optional.empty();
        }
    }
}

package dev.foyer.gateway.api;

import dev.foyer.base.UserName;
import dev.foyer.gateway.index.UserEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who was removed lately through this process, by name: whoever repeats the removal names somebody whom nobody finds any
 * more. Thread-safe.
 */
@ApplicationScoped
public class RemovedUsers {

    private static final int REMEMBERED = 10_000;

    private final Map<String, String> ids = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized void add(String tenant, UserEntry user) {
        if (user.userPrincipalName() != null) {
            ids.put(key(tenant, user.userPrincipalName()), user.userId());
        }
    }

    /** The user id of who was called so, or the text itself: it may be one. */
    synchronized String idOf(String tenant, String idOrName) {
        return ids.getOrDefault(key(tenant, idOrName), idOrName);
    }

    private static String key(String tenant, String name) {
        return tenant + "/" + UserName.folded(name);
    }
}

package dev.foyer.gateway.api;

import dev.foyer.base.UserName;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.index.UserEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who was asked to be removed lately through this process, by name: whoever repeats the removal names somebody whom nobody finds any
 * more. The name stands for that one removal only: by now the id may be somebody's again (rule G6), or the user have another name and
 * never have been removed. Thread-safe.
 */
@ApplicationScoped
public class RemovedUsers {

    private static final int REMEMBERED = 10_000;

    private final Map<String, Removal> removals = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Removal> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param commandId of the request and of all its repetitions */
    private record Removal(String userId, String commandId) {}

    /** Before it is done: its answer may be lost. */
    synchronized void add(CommandContext removal, UserEntry user) {
        if (user.userPrincipalName() != null) {
            removals.put(
                    key(removal.tenant(), user.userPrincipalName()), new Removal(user.userId(), removal.commandId()));
        }
    }

    /** The user id of who was called so when last asked to be removed. */
    synchronized Optional<String> idOf(String tenant, String name) {
        return Optional.ofNullable(removals.get(key(tenant, name))).map(Removal::userId);
    }

    /** Whether this is that very request again. */
    synchronized boolean isRepeated(CommandContext removal, String name) {
        Removal before = removals.get(key(removal.tenant(), name));
        return before != null && before.commandId().equals(removal.commandId());
    }

    private static String key(String tenant, String name) {
        return tenant + "/" + UserName.folded(name);
    }
}

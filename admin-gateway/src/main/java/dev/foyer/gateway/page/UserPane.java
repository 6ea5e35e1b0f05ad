package dev.foyer.gateway.page;

import dev.foyer.gateway.index.UserEntry;
import java.util.UUID;

/**
 * The selected user with what may be done.
 *
 * @param mayReset the account's role allows resetting
 * @param mayEnable the account's role allows enabling, unlocking
 * @param key a fresh one: sending the same form twice is one request
 * @param fresh the PIN that was just made, or {@code null}
 * @param refusal why the last action was refused, or {@code null}
 */
record UserPane(UserEntry user, boolean mayReset, boolean mayEnable, String key, NewPin fresh, String refusal) {

    static UserPane of(UserEntry user, boolean mayReset, boolean mayEnable) {
        return new UserPane(user, mayReset, mayEnable, UUID.randomUUID().toString(), null, null);
    }

    UserPane with(NewPin made) {
        return new UserPane(user, mayReset, mayEnable, key, made, null);
    }

    UserPane refused(String why) {
        return new UserPane(user, mayReset, mayEnable, key, null, why);
    }
}

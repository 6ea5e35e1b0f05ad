package dev.foyer.gateway.page;

import dev.foyer.gateway.index.UserEntry;
import java.util.UUID;

/**
 * The selected user with what may be done.
 *
 * @param mayReset the account's role allows resetting
 * @param mayEnable the account's role allows enabling, unlocking
 * @param wish a fresh key: sending the same form twice is one wish
 * @param fresh the PIN that was just made, or {@code null}
 * @param trouble why the last action was refused, or {@code null}
 */
record UserPane(UserEntry user, boolean mayReset, boolean mayEnable, String wish, NewPin fresh, String trouble) {

    static UserPane of(UserEntry user, boolean mayReset, boolean mayEnable) {
        return new UserPane(user, mayReset, mayEnable, UUID.randomUUID().toString(), null, null);
    }

    UserPane with(NewPin made) {
        return new UserPane(user, mayReset, mayEnable, wish, made, null);
    }

    UserPane refused(String why) {
        return new UserPane(user, mayReset, mayEnable, wish, null, why);
    }
}

package dev.foyer.pin.contract;

import dev.foyer.base.text.TextKind;

/** A user's key in topics and in the journal: {@code tenant/userId}. A tenant is a domain name, so it has no slash. */
public record UserKey(String tenant, String userId) {

    /** @throws IllegalArgumentException when there is no slash */
    public static UserKey parse(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not a user's key (tenant/userId)");
        }
        return new UserKey(key.substring(0, slash), key.substring(slash + 1));
    }

    /** Whether a user of today may be called so. */
    public boolean mayCome() {
        return TextKind.ID.accepts(userId);
    }

    @Override
    public String toString() {
        return tenant + "/" + userId;
    }
}

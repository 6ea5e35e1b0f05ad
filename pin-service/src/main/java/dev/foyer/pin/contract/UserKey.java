package dev.foyer.pin.contract;

/** A user's key in topics and in the journal: {@code tenant/userId}. A tenant is a domain name, so it has no slash. */
public record UserKey(String tenant, String userId) {

    /** What a user id may be: opaque, but printable and without what would break a key or a path. */
    public static final String USER_ID = "[^/\\s\\p{Cc}]{1,128}";

    /** @throws IllegalArgumentException when there is no slash */
    public static UserKey parse(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not a user's key (tenant/userId)");
        }
        return new UserKey(key.substring(0, slash), key.substring(slash + 1));
    }

    @Override
    public String toString() {
        return tenant + "/" + userId;
    }
}

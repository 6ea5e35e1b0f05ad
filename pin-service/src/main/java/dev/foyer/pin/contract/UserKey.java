package dev.foyer.pin.contract;

import java.util.regex.Pattern;

/** A user's key in topics and in the journal: {@code tenant/userId}. A tenant is a domain name, so it has no slash. */
public record UserKey(String tenant, String userId) {

    /**
     * What a user may be called, wherever it comes from: opaque, but printable and without what would break a key; and what one
     * segment of a path can say, because whoever could not be addressed could not be managed.
     */
    public static final String USER_ID = "(?!\\.{1,2}$)[^/\\\\\\s\\p{Cc}]{1,128}";

    /** What a user who came earlier may be called; such users can only be taken away. */
    public static final String EARLIER_USER_ID = "[^/\\s\\p{Cc}]{1,128}";

    private static final Pattern MAY_COME = Pattern.compile(USER_ID);

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
        return MAY_COME.matcher(userId).matches();
    }

    @Override
    public String toString() {
        return tenant + "/" + userId;
    }
}

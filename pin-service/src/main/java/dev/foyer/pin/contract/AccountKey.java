package dev.foyer.pin.contract;

/**
 * An account's key in topics and in the journal: {@code tenant/name}. A tenant is a domain name, so it has no slash.
 *
 * @param name as it signs in to the gateway
 */
public record AccountKey(String tenant, String name) {

    /** @throws IllegalArgumentException when there is no slash */
    public static AccountKey parse(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not an account's key (tenant/name)");
        }
        return new AccountKey(key.substring(0, slash), key.substring(slash + 1));
    }

    @Override
    public String toString() {
        return tenant + "/" + name;
    }
}

package dev.foyer.pin.contract;

import dev.foyer.base.text.Ids;
import dev.foyer.pin.domain.scan.SourceKind;
import java.util.Locale;

/**
 * The key of a source of calls in topics and in the journal: {@code tenant/source}. The tenant is the bridge's.
 *
 * @param source {@code number.} and a digest of the caller's number that only the gateway can make; {@code withheld.} or
 *     {@code account.} and the name of the bridge's account
 */
public record CallSourceKey(String tenant, String source) {

    /** What a source may be. */
    public static final String SOURCE = "(number|withheld|account)\\." + Ids.ACCOUNT;

    /** @throws IllegalArgumentException when there is no slash */
    public static CallSourceKey parse(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not the key of a source of calls (tenant/source)");
        }
        return new CallSourceKey(key.substring(0, slash), key.substring(slash + 1));
    }

    /** All calls of a bridge together. */
    public static CallSourceKey ofAccount(String tenant, String account) {
        return new CallSourceKey(tenant, "account." + account);
    }

    /** @throws IllegalArgumentException when it is none of {@link #SOURCE} */
    public SourceKind kind() {
        int dot = source.indexOf('.');
        return SourceKind.valueOf(source.substring(0, Math.max(0, dot)).toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return tenant + "/" + source;
    }
}

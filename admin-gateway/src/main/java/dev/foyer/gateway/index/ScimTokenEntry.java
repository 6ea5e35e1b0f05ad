package dev.foyer.gateway.index;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A token of a tenant's directory system that is not revoked.
 *
 * @param version of the last event that changed it
 * @param digest SHA-256 of the token, in hexadecimal; {@code null}: it was read where that is kept back
 * @param madeBy the account
 * @param expiresAt {@code null}: it does not
 * @param usedOn the last day that it was used, in UTC; {@code null}: it never was
 */
public record ScimTokenEntry(
        String tenant,
        String tokenId,
        long version,
        String name,
        String digest,
        Instant madeAt,
        String madeBy,
        Instant expiresAt,
        LocalDate usedOn)
        implements Entry {

    @Override
    public String key() {
        return tokenId;
    }

    @Override
    public Instant at() {
        return madeAt;
    }

    /** Prints nothing of the digest. */
    @Override
    public String toString() {
        return "ScimTokenEntry[" + tenant + "/" + tokenId + "]";
    }
}

package dev.foyer.pin.domain.scimtoken;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One token.
 *
 * @param name what its administrator calls it
 * @param digest SHA-256 of the token, in hexadecimal: of 256 random bits, so nobody finds the token by trying
 * @param expiresAt {@code null}: it does not
 * @param usedOn the last day it was used, in UTC; {@code null}: it never was
 */
public record ScimToken(
        String id, String name, String digest, Instant madeAt, String madeBy, Instant expiresAt, LocalDate usedOn) {

    /** Whether it may still be used. */
    public boolean holds(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    ScimToken usedOn(LocalDate day) {
        return new ScimToken(id, name, digest, madeAt, madeBy, expiresAt, day);
    }
}

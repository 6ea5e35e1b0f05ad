package dev.foyer.gateway.scim;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.TenantName;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token as it is sent: {@code foyerscim_contoso.com_9f86d081884c7d65_<43 characters>}. The tenant and the id say where to
 * look it up; that it is one is proved by the digest of all of it. Prints nothing of the secret.
 *
 * @param tenant as the token says; nothing may be believed before the digest is compared
 * @param id 16 hexadecimal digits
 */
public record ScimToken(String tenant, String id, String text) {

    /** What every token begins with, so that scanners for lost secrets know one when they see it. */
    public static final String PREFIX = "foyerscim";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;
    private static final int PARTS = 4;
    private static final int LONGEST = 512;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static ScimToken make(String tenant) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(id);
        RANDOM.nextBytes(secret);
        String name = HexFormat.of().formatHex(id);
        String text = String.join(
                "_",
                PREFIX,
                tenant,
                name,
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        return new ScimToken(tenant, name, text);
    }

    /** Empty when it does not even look like one. */
    static Optional<ScimToken> parse(String text) {
        String[] parts = text.length() > LONGEST ? new String[0] : text.split("_", PARTS);
        return parts.length == PARTS && parts[0].equals(PREFIX) && TenantName.isValid(parts[1]) && isId(parts[2])
                ? Optional.of(new ScimToken(parts[1], parts[2], text))
                : Optional.empty();
    }

    /** Whether a token can be called so. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** What is kept of it: SHA-256, in hexadecimal. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Takes as long whether or not it is. */
    boolean hasDigest(String digest) {
        return digest != null && MessageDigest.isEqual(digest.getBytes(UTF_8), digest().getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "ScimToken[" + tenant + "/" + id + "]";
    }
}

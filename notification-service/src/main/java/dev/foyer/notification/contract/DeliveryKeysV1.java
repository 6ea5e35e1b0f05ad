package dev.foyer.notification.contract;

import java.util.List;

/**
 * The data of {@code foyer.notification.DeliveryKeysPublished.v1}: a JWK set (RFC 7517). It has no place for a private
 * part, so none can be published.
 *
 * @param keys those to which something may have been sealed that can still be opened; new PINs go to the first
 */
public record DeliveryKeysV1(List<Key> keys) {

    /** Compacted, one record that counts. */
    public static final String TOPIC = "notification.keys";

    /** The record's key and subject. */
    public static final String SUBJECT = "delivery";

    public static final String TYPE = "foyer.notification.DeliveryKeysPublished.v1";

    /**
     * A public RSA key.
     *
     * @param n modulus, base64url
     * @param e exponent, base64url
     */
    public record Key(String kty, String kid, String use, String alg, String n, String e) {

        /** For the one way of sealing that we accept. */
        public static Key ofRsa(String kid, String n, String e) {
            return new Key("RSA", kid, "enc", "RSA-OAEP-256", n, e);
        }
    }
}

package dev.foyer.notification.contract;

import java.time.Instant;
import java.util.List;

/**
 * The data of {@code foyer.notification.DeliveryKeysPublished.v2}: a JWK set (RFC 7517) and its time. It has no place for
 * a private part, so none can be published. The record is signed; the first version was not, and is gone with the RSA keys.
 *
 * @param keys those to which something may have been sealed that can still be opened; new PINs go to the first
 * @param publishedAt grows from record to record: an older one that is written again is recognised
 */
public record DeliveryKeysV2(List<Key> keys, Instant publishedAt) {

    /** Compacted, one record that counts. */
    public static final String TOPIC = "notification.keys";

    /** The record's key and subject. */
    public static final String SUBJECT = "delivery";

    public static final String TYPE = "foyer.notification.DeliveryKeysPublished.v2";

    /** The type of records before 0.3, which nobody reads any more. */
    public static final String BEFORE = "foyer.notification.DeliveryKeysPublished.v1";

    /**
     * A public EC key.
     *
     * @param x coordinate of the point, base64url
     * @param y coordinate of the point, base64url
     */
    public record Key(String kty, String kid, String use, String alg, String crv, String x, String y) {

        /** For the one way of sealing that we accept. */
        public static Key ofCurve(String kid, String x, String y) {
            return new Key("EC", kid, "enc", "ECDH-ES", "P-256", x, y);
        }
    }
}

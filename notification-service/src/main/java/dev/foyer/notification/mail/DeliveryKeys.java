package dev.foyer.notification.mail;

import dev.foyer.notification.contract.DeliveryKeysV1;
import dev.foyer.service.keys.JwkSet;
import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * Our private keys of one moment: the first is the one that others seal to, the rest open what was sealed before. Old
 * ones stay in the file until the last PIN sealed to them is past its hold time. Immutable.
 */
public final class DeliveryKeys {

    private static final int FEWEST_BITS = 2048;

    private final Map<String, RsaJsonWebKey> byId;

    private DeliveryKeys(Map<String, RsaJsonWebKey> byId) {
        this.byId = byId;
    }

    /**
     * Reads a JWK set of private RSA keys.
     *
     * @param origin where it comes from: the beginning of every sentence
     * @throws IllegalStateException with one sentence that says what is wrong, without the content
     */
    public static DeliveryKeys read(String jwkSet, String origin) {
        Map<String, RsaJsonWebKey> keys = new LinkedHashMap<>();
        for (JsonWebKey key : JwkSet.read(jwkSet, origin)) {
            keys.put(key.getKeyId(), checked(key, origin));
        }
        return new DeliveryKeys(keys);
    }

    /**
     * The set that follows one that is in force. PINs were sealed to its first key a moment ago, so a set that cannot
     * open those is a mistake.
     *
     * @throws IllegalStateException one sentence
     */
    public static DeliveryKeys read(String jwkSet, String origin, Optional<DeliveryKeys> inForce) {
        DeliveryKeys next = read(jwkSet, origin);
        inForce.ifPresent(before -> before.mayBeFollowedBy(next, origin));
        return next;
    }

    private void mayBeFollowedBy(DeliveryKeys next, String origin) {
        if (!next.byId.containsKey(currentId())) {
            throw new IllegalStateException(origin + " lacks the key " + currentId()
                    + ", which is the current one; move another key before it first and remove it later.");
        }
        byId.forEach((id, key) -> {
            RsaJsonWebKey same = next.byId.get(id);
            if (same != null && !same.getRsaPublicKey().equals(key.getRsaPublicKey())) {
                throw new IllegalStateException(
                        origin + " has another key under the kid " + id + "; give the new key a new kid.");
            }
        });
    }

    /** The key that something was sealed to. */
    public Optional<PrivateKey> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(RsaJsonWebKey::getPrivateKey);
    }

    /** The name of the key that new PINs are sealed to. */
    public String currentId() {
        return ids().getFirst();
    }

    /** All names, the current one first. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** RFC 7638, of the current key's public half. */
    public String thumbprint() {
        return byId.get(currentId()).calculateBase64urlEncodedThumbprint("SHA-256");
    }

    /** What others may know of them. */
    public DeliveryKeysV1 publicHalves() {
        return new DeliveryKeysV1(byId.entrySet().stream()
                .map(entry -> publicHalf(entry.getKey(), entry.getValue().toParams(OutputControlLevel.PUBLIC_ONLY)))
                .toList());
    }

    private static DeliveryKeysV1.Key publicHalf(String id, Map<String, Object> params) {
        return DeliveryKeysV1.Key.ofRsa(
                id, params.get("n").toString(), params.get("e").toString());
    }

    private static RsaJsonWebKey checked(JsonWebKey key, String origin) {
        if (!(key instanceof RsaJsonWebKey rsa)
                || rsa.getRsaPublicKey().getModulus().bitLength() < FEWEST_BITS) {
            throw new IllegalStateException(origin + " holds the key " + key.getKeyId() + ", which is no RSA key of "
                    + FEWEST_BITS + " bits or more.");
        }
        if (rsa.getRsaPrivateKey() == null) {
            throw new IllegalStateException(origin + " holds only the public half of the key " + key.getKeyId()
                    + ", but mails need the private.");
        }
        return rsa;
    }

    /** Names only. */
    @Override
    public String toString() {
        return "DeliveryKeys" + byId.keySet();
    }
}

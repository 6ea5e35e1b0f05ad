package dev.foyer.notification.mail;

import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** Opens what pin-service sealed to us. One algorithm for the key and one for the content; all others are refused. */
public final class PinOpener {

    private static final AlgorithmConstraints KEY_ALGORITHM =
            new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.RSA_OAEP_256);
    private static final AlgorithmConstraints CONTENT_ALGORITHM =
            new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

    private final Supplier<DeliveryKeys> keys;

    /** @param keys those that are in force now */
    public PinOpener(Supplier<DeliveryKeys> keys) {
        this.keys = keys;
    }

    /**
     * @throws KeyIsMissing when it was sealed to a key that we do not have, or not yet
     * @throws PinCannotBeOpened without a cause: no message of a library may carry what was inside
     */
    public Pin open(String sealed) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(KEY_ALGORITHM);
            jwe.setContentEncryptionAlgorithmConstraints(CONTENT_ALGORITHM);
            jwe.setCompactSerialization(sealed);
            String kid = jwe.getKeyIdHeaderValue();
            jwe.setKey(keys.get().find(kid).orElseThrow(KeyIsMissing::new));
            return new Pin(jwe.getPlaintextString());
        } catch (JoseException | IllegalArgumentException e) {
            throw new PinCannotBeOpened(e.getClass().getSimpleName());
        }
    }

    /** Another instance may have published a key that our file gets in a moment, or somebody removed one too early. */
    static final class KeyIsMissing extends RuntimeException {
        KeyIsMissing() {
            super("The PIN is sealed to a key that is not in our key file", null, false, false);
        }
    }

    /** The seal was made with a key, or in a way, that we do not accept. */
    static final class PinCannotBeOpened extends RuntimeException {
        PinCannotBeOpened(String why) {
            super("The sealed PIN cannot be opened: " + why, null, false, false);
        }
    }
}

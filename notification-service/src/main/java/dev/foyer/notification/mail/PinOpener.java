package dev.foyer.notification.mail;

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

    private final DeliveryKeys keys;

    public PinOpener(DeliveryKeys keys) {
        this.keys = keys;
    }

    /** @throws PinCannotBeOpened without a cause: no message of a library may carry what was inside */
    public Pin open(String sealed) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(KEY_ALGORITHM);
            jwe.setContentEncryptionAlgorithmConstraints(CONTENT_ALGORITHM);
            jwe.setCompactSerialization(sealed);
            String kid = jwe.getKeyIdHeaderValue();
            jwe.setKey(keys.find(kid).orElseThrow(() -> new PinCannotBeOpened("no key has its kid")));
            return new Pin(jwe.getPlaintextString());
        } catch (JoseException | IllegalArgumentException e) {
            throw new PinCannotBeOpened(e.getClass().getSimpleName());
        }
    }

    /** The seal was made with a key, or in a way, that we do not accept. */
    static final class PinCannotBeOpened extends RuntimeException {
        PinCannotBeOpened(String why) {
            super("The sealed PIN cannot be opened: " + why, null, false, false);
        }
    }
}

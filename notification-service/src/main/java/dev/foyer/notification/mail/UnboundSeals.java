package dev.foyer.notification.mail;

import dev.foyer.notification.mail.PinOpener.KeyIsMissing;
import dev.foyer.notification.mail.PinOpener.PinCannotBeOpened;
import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** Seals as they were before 0.3: to an RSA key, for whoever holds them. Only for mails that our journal queued then. */
final class UnboundSeals {

    private static final AlgorithmConstraints KEY_ALGORITHM =
            new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.RSA_OAEP_256);
    private static final AlgorithmConstraints CONTENT_ALGORITHM =
            new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

    private final Supplier<DeliveryKeys> keys;

    UnboundSeals(Supplier<DeliveryKeys> keys) {
        this.keys = keys;
    }

    Pin open(String sealed) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(KEY_ALGORITHM);
            jwe.setContentEncryptionAlgorithmConstraints(CONTENT_ALGORITHM);
            jwe.setCompactSerialization(sealed);
            jwe.setKey(keys.get().findRsa(jwe.getKeyIdHeaderValue()).orElseThrow(KeyIsMissing::new));
            return PinOpener.pin(jwe.getPlaintextString());
        } catch (JoseException e) {
            throw new PinCannotBeOpened(e.getClass().getSimpleName());
        }
    }
}

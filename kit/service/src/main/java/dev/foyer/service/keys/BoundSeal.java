package dev.foyer.service.keys;

import java.security.PrivateKey;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A JWE (ECDH-ES on P-256, A256GCM) that says in its protected header what it is for: a purpose, and whom or what it
 * concerns. Whoever opens it must know both already, so that one which was copied to another place does not open there.
 * Thread-safe, no I/O; sealing and opening cost a tenth of a millisecond or more.
 */
public final class BoundSeal {

    private static final String KEY_AGREEMENT = KeyManagementAlgorithmIdentifiers.ECDH_ES;
    private static final String CONTENT_ENCRYPTION = ContentEncryptionAlgorithmIdentifiers.AES_256_GCM;
    private static final AlgorithmConstraints ONE_KEY_AGREEMENT =
            new AlgorithmConstraints(ConstraintType.PERMIT, KEY_AGREEMENT);
    private static final AlgorithmConstraints ONE_CONTENT_ENCRYPTION =
            new AlgorithmConstraints(ConstraintType.PERMIT, CONTENT_ENCRYPTION);
    private static final String PURPOSE = "purpose";
    private static final String BOUND_TO = "for";

    private final String purpose;
    private final Supplier<EcKeySet> keys;

    /**
     * @param purpose of all that is sealed or opened here
     * @param keys those that are in force now: public halves to seal, pairs to open
     */
    public BoundSeal(String purpose, Supplier<EcKeySet> keys) {
        this.purpose = purpose;
        this.keys = keys;
    }

    /** What became of an attempt to open a seal. */
    public sealed interface Opened {

        /** It was for this. Prints nothing of it. */
        record Content(String text) implements Opened {
            @Override
            public String toString() {
                return "Content[]";
            }
        }

        /** It is sealed to a key that is not here: not yet, or not any more. */
        record KeyIsMissing() implements Opened {}

        /** It was sealed to us, but for something else: it was copied from there. */
        record ForAnother() implements Opened {}

        /** It is no such seal, or somebody has changed it. */
        record Broken() implements Opened {}
    }

    /**
     * Seals to the current key.
     *
     * @param boundTo names and values, without secrets: they can be read
     * @throws IllegalStateException that shows nothing of the content
     */
    public String seal(String content, Map<String, String> boundTo) {
        EllipticCurveJsonWebKey key = keys.get().current();
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setProviderContext(CurveProvider.context());
            jwe.setAlgorithmHeaderValue(KEY_AGREEMENT);
            jwe.setEncryptionMethodHeaderParameter(CONTENT_ENCRYPTION);
            jwe.setKeyIdHeaderValue(key.getKeyId());
            jwe.setHeader(PURPOSE, purpose);
            jwe.setHeader(BOUND_TO, boundTo);
            jwe.setKey(key.getPublicKey());
            jwe.setPayload(content);
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            // The cause is dropped on purpose: nothing that saw the payload gets into a log.
            throw new IllegalStateException("Nothing can be sealed with the key " + key.getKeyId());
        }
    }

    /** Opens it with whichever of our keys it was sealed to, if it was sealed for this. Never throws for what it says. */
    public Opened open(String sealed, Map<String, String> boundTo) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setProviderContext(CurveProvider.context());
            jwe.setAlgorithmConstraints(ONE_KEY_AGREEMENT);
            jwe.setContentEncryptionAlgorithmConstraints(ONE_CONTENT_ENCRYPTION);
            jwe.setCompactSerialization(sealed);
            if (!isOfOurKind(jwe)) {
                return new Opened.Broken();
            }
            // Nobody vouches for the header yet; but what does not even claim to be for this needs no key.
            if (!purpose.equals(jwe.getHeader(PURPOSE))
                    || !boundTo.equals(jwe.getHeaders().getObjectHeaderValue(BOUND_TO))) {
                return new Opened.ForAnother();
            }
            Optional<PrivateKey> key =
                    Optional.ofNullable(jwe.getKeyIdHeaderValue()).flatMap(keys.get()::findPrivate);
            if (key.isEmpty()) {
                return new Opened.KeyIsMissing();
            }
            jwe.setKey(key.get());
            return new Opened.Content(jwe.getPlaintextString()); // which fails when the header is not the sealer's
        } catch (JoseException | RuntimeException e) {
            return new Opened.Broken();
        }
    }

    /** Said before a key is looked for, so that another kind is not waited for as if its key could still come. */
    private static boolean isOfOurKind(JsonWebEncryption jwe) {
        return KEY_AGREEMENT.equals(jwe.getAlgorithmHeaderValue())
                && CONTENT_ENCRYPTION.equals(jwe.getEncryptionMethodHeaderParameter())
                && jwe.getHeader("zip") == null;
    }
}

package dev.foyer.service.keys;

import dev.foyer.base.events.InboundEvent;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Whose signatures count: the public keys that are in force now, and nothing that a record brings along. Thread-safe. */
public final class TrustedSigners {

    private static final AlgorithmConstraints ONE_ALGORITHM =
            new AlgorithmConstraints(ConstraintType.PERMIT, RecordSigning.ALGORITHM);

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final Supplier<EcKeySet> keys;

    /** @param keys those that are in force now */
    public TrustedSigners(Supplier<EcKeySet> keys) {
        this.keys = keys;
    }

    /** Why this event must not be believed: the end of a sentence; empty when it is signed as it should be. */
    public Optional<String> objection(InboundEvent event) {
        String signature = event.proof().signature();
        if (signature == null) {
            return Optional.of("is not signed");
        }
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setProviderContext(CurveProvider.context());
            jws.setAlgorithmConstraints(ONE_ALGORITHM);
            jws.setCompactSerialization(signature);
            Optional<EllipticCurveJsonWebKey> key =
                    Optional.ofNullable(jws.getKeyIdHeaderValue()).flatMap(keys.get()::find);
            if (key.isEmpty()) {
                return Optional.of("is signed with a key that is not among the trusted ones");
            }
            if (!jws.getEncodedPayload().isEmpty() || !RecordSigning.TYPE.equals(jws.getHeader("typ"))) {
                return Optional.of("is signed for something else");
            }
            jws.setEncodedPayload(
                    BASE64URL.encodeToString(event.proof().content())); // its bytes would not be looked at
            jws.setKey(key.get().getPublicKey());
            return jws.verifySignature() ? Optional.empty() : Optional.of("is not what was signed");
        } catch (JoseException | RuntimeException e) {
            // Without the message: it may quote what somebody wrote there.
            return Optional.of("has no signature that can be read");
        }
    }
}

package dev.foyer.meeting;

import dev.foyer.base.events.RecordSigner;
import dev.foyer.service.keys.EcKeySet;
import dev.foyer.service.keys.RecordSigning;
import dev.foyer.service.keys.TrustedSigners;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The keys of a test run: pin-service's pair, which signs, and of which the tested service has the public half; and its own. */
public class PinServiceKeys implements QuarkusTestResourceLifecycleManager {

    private static final EllipticCurveJsonWebKey KEY = pair("s-pin");

    /** As pin-service signs. */
    public static RecordSigner signer() {
        return signer(KEY);
    }

    /** Somebody with a pair of the same name. */
    public static RecordSigner stranger() {
        return signer(pair("s-pin"));
    }

    /** Who believes pin-service, and nobody else. */
    public static TrustedSigners trusted() {
        EcKeySet keys = EcKeySet.publicHalves(publicHalf(), "test");
        return new TrustedSigners(() -> keys);
    }

    private static RecordSigner signer(EllipticCurveJsonWebKey pair) {
        EcKeySet keys = EcKeySet.pairs(pairs(pair), "test", Optional.empty());
        return new RecordSigning(() -> keys);
    }

    private static String pairs(EllipticCurveJsonWebKey pair) {
        return new JsonWebKeySet(pair).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    private static EllipticCurveJsonWebKey pair(String id) {
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(id);
            return pair;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publicHalf() {
        return new JsonWebKeySet(KEY).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    @Override
    public Map<String, String> start() {
        try {
            Path file = Files.createTempFile("pin-signers", ".json");
            file.toFile().deleteOnExit();
            Path webhooks = Files.createTempFile("webhook-keys", ".json");
            webhooks.toFile().deleteOnExit();
            return Map.of(
                    "foyer.pin-signers-file",
                    Files.writeString(file, publicHalf()).toString(),
                    "foyer.webhooks.keys-file",
                    Files.writeString(webhooks, pairs(pair("s-webhook"))).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}

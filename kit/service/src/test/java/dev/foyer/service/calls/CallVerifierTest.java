package dev.foyer.service.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.base.Actor;
import dev.foyer.service.calls.CallRefused.Reason;
import dev.foyer.testing.CallToken;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is believed, and what is not. */
@Tag("case-S3")
class CallVerifierTest {

    private static final Duration SKEW = Duration.ofSeconds(2);
    private static final CallToken GOOD =
            CallToken.of("pin-service", "contoso.com").ofUser("u-9");

    private final CallVerifier verifier = verifier(CallToken.KEY);

    private static CallVerifier verifier(EllipticCurveJsonWebKey... keys) {
        String set = new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
        GatewayKeys read = GatewayKeys.read(set, "The test");
        return new CallVerifier(() -> read, "admin-gateway", "pin-service", SKEW);
    }

    @Test
    void whatTheGatewaySignsIsBelievedAndSaysAllOfIt() throws CallRefused {
        var key = new SigningKey(CallToken.KEY.getKeyId(), CallToken.KEY.getEcPrivateKey(), Optional.empty());
        var signer = new CallSigner(() -> key, "admin-gateway", Duration.ofSeconds(10), InstantSource.system());
        for (String user : new String[] {"u-9", null}) {
            var claims = new CallClaims("contoso.com", new Actor("zoë", "helpdesk", user), "c-1", "r-1");
            assertEquals(claims, verifier.verify(signer.sign("pin-service", claims)));
        }
    }

    @Test
    void theFormIsTheOneThatOthersWrite() throws CallRefused {
        CallClaims said = verifier.verify(GOOD.signed());
        assertEquals(
                new CallClaims(
                        "contoso.com",
                        new Actor("admin", "conferencing-admin", "u-9"),
                        GOOD.commandId(),
                        GOOD.commandId()),
                said);
    }

    @Test
    void anyOfTheKeysWillDoWhileTheyChange() throws CallRefused {
        var next = CallToken.key("next");
        verifier(CallToken.KEY, next).verify(GOOD.signed());
        verifier(CallToken.KEY, next).verify(GOOD.signed(next));
        refused(Reason.SIGNATURE, verifier(next), GOOD.signed());
    }

    @TestFactory
    Stream<DynamicTest> allElseIsNot() {
        return forgeries().entrySet().stream()
                .map(forgery -> DynamicTest.dynamicTest(
                        forgery.getKey(),
                        () -> refused(
                                forgery.getValue().reason(),
                                verifier,
                                forgery.getValue().token())));
    }

    private record Forgery(Reason reason, String token) {}

    private static Map<String, Forgery> forgeries() {
        Instant now = Instant.now();
        return Map.ofEntries(
                Map.entry("none", new Forgery(Reason.FORM, null)),
                Map.entry("empty", new Forgery(Reason.FORM, "")),
                Map.entry("no token", new Forgery(Reason.FORM, "a.b.c")),
                Map.entry(
                        "for another service",
                        new Forgery(
                                Reason.AUDIENCE,
                                CallToken.of("meeting-service", "contoso.com").signed())),
                Map.entry("of another issuer", new Forgery(Reason.AUDIENCE, with(GOOD.claims(), "iss", "pin-service"))),
                Map.entry(
                        "over",
                        new Forgery(
                                Reason.TIME, GOOD.issuedAt(now.minusSeconds(13)).signed())),
                Map.entry(
                        "from the future",
                        new Forgery(
                                Reason.TIME, GOOD.issuedAt(now.plusSeconds(5)).signed())),
                Map.entry(
                        "made long ago for ever",
                        new Forgery(
                                Reason.TIME,
                                with(
                                        GOOD.issuedAt(now.minusSeconds(90)).claims(),
                                        "exp",
                                        now.getEpochSecond() + 9_000))),
                Map.entry("without an end", new Forgery(Reason.FORM, without("exp"))),
                Map.entry("without a beginning", new Forgery(Reason.FORM, without("iat"))),
                Map.entry("of nobody", new Forgery(Reason.FORM, without("sub"))),
                Map.entry("of no tenant", new Forgery(Reason.FORM, without("tenant"))),
                Map.entry("in no role", new Forgery(Reason.FORM, without("role"))),
                Map.entry("for no command", new Forgery(Reason.FORM, without("command"))),
                Map.entry(
                        "in two roles", new Forgery(Reason.FORM, with(GOOD.claims(), "role", List.of("bridge", "x")))),
                Map.entry("unsigned", new Forgery(Reason.FORM, signedBy("none", null, GOOD))),
                Map.entry(
                        "with the public key as a secret",
                        new Forgery(
                                Reason.FORM,
                                signedBy(
                                        "HS256",
                                        new HmacKey(
                                                CallToken.KEY.getECPublicKey().getEncoded()),
                                        GOOD))),
                Map.entry("by a stranger", new Forgery(Reason.SIGNATURE, GOOD.signed(CallToken.key("stranger")))),
                Map.entry(
                        "by a stranger under our key's name",
                        new Forgery(Reason.SIGNATURE, GOOD.signed(CallToken.key(CallToken.KEY.getKeyId())))),
                Map.entry("with a key that it brings itself", new Forgery(Reason.SIGNATURE, withItsOwnKey())),
                Map.entry("by no key", new Forgery(Reason.SIGNATURE, withoutKeyId())),
                Map.entry("changed", new Forgery(Reason.SIGNATURE, changed(GOOD.signed()))),
                Map.entry("without its signature", new Forgery(Reason.SIGNATURE, stripped(GOOD.signed()))),
                Map.entry("of another kind", new Forgery(Reason.FORM, ofType("JWT"))));
    }

    private static String with(JwtClaims claims, String name, Object value) {
        claims.setClaim(name, value);
        JsonWebSignature token = GOOD.unsigned();
        token.setPayload(claims.toJson());
        return sign(token, "ES256", CallToken.KEY.getEcPrivateKey(), UnaryOperator.identity());
    }

    private static String without(String name) {
        JwtClaims claims = GOOD.claims();
        claims.unsetClaim(name);
        JsonWebSignature token = GOOD.unsigned();
        token.setPayload(claims.toJson());
        return sign(token, "ES256", CallToken.KEY.getEcPrivateKey(), UnaryOperator.identity());
    }

    private static String signedBy(String algorithm, Key key, CallToken said) {
        return sign(said.unsigned(), algorithm, key, UnaryOperator.identity());
    }

    private static String sign(
            JsonWebSignature token, String algorithm, Key key, UnaryOperator<JsonWebSignature> last) {
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(CallToken.KEY.getKeyId());
        token.setKey(key);
        return CallToken.compact(last.apply(token));
    }

    private static String ofType(String type) {
        return sign(GOOD.unsigned(), "ES256", CallToken.KEY.getEcPrivateKey(), token -> {
            token.setHeader("typ", type);
            return token;
        });
    }

    private static String withoutKeyId() {
        return sign(GOOD.unsigned(), "ES256", CallToken.KEY.getEcPrivateKey(), token -> {
            token.getHeaders().setObjectHeaderValue("kid", null);
            return token;
        });
    }

    private static String withItsOwnKey() {
        EllipticCurveJsonWebKey own = CallToken.key("own");
        return sign(GOOD.unsigned(), "ES256", own.getEcPrivateKey(), token -> {
            token.setKeyIdHeaderValue("own");
            token.setJwkHeader(own);
            return token;
        });
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.");
        String payload =
                new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("contoso.com", "fabrikam.com");
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8)) + "."
                + parts[2];
    }

    private static String stripped(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    private static void refused(Reason reason, CallVerifier by, String token) {
        CallRefused refused = assertThrows(CallRefused.class, () -> by.verify(token));
        assertEquals(reason, refused.reason());
        assertNull(refused.getCause());
        assertFalse(refused.toString().contains("ey"), "quotes the token");
    }

    @Test
    void aPassedOnTokenMayHaveRunOutOnItsWayButNoLongerAgo() throws CallRefused {
        CallVerifier passedOn = verifier.forPassedOn(Duration.ofSeconds(10));
        Instant now = Instant.now();
        passedOn.verify(GOOD.issuedAt(now.minusSeconds(19)).signed());
        refused(Reason.TIME, passedOn, GOOD.issuedAt(now.minusSeconds(23)).signed());
        refused(Reason.SIGNATURE, passedOn, GOOD.signed(CallToken.key("stranger")));
    }

    @Test
    void aTokenLivesForSeconds() {
        for (Duration life : List.of(Duration.ZERO, Duration.ofMillis(999), Duration.ofMinutes(2))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new CallSigner(() -> null, "admin-gateway", life, InstantSource.system()));
        }
        for (Duration skew : List.of(Duration.ofSeconds(-1), Duration.ofMinutes(1))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new CallVerifier(() -> null, "admin-gateway", "pin-service", skew));
        }
    }

    @Test
    void onlyKeysOfTheRightKindAndHalfAreTaken() throws JoseException {
        String privates = new JsonWebKeySet(CallToken.KEY).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        String publics = new JsonWebKeySet(CallToken.KEY).toJson(OutputControlLevel.PUBLIC_ONLY);
        String large = new JsonWebKeySet(named(EcJwkGenerator.generateJwk(EllipticCurves.P384)))
                .toJson(OutputControlLevel.INCLUDE_PRIVATE);
        assertEquals(
                CallToken.KEY.getKeyId(), SigningKey.read(privates, "The file").id());
        says("The file holds the private half of ", () -> GatewayKeys.read(privates, "The file"));
        says("The file holds the key k, which is no P-256 key.", () -> GatewayKeys.read(large, "The file"));
        says("The file holds the key k, which is no private P-256 key.", () -> SigningKey.read(large, "The file"));
        says(", which is no private P-256 key.", () -> SigningKey.read(publics, "The file"));
        assertFalse(SigningKey.read(privates, "The file").toString().contains("EC"));
    }

    private static EllipticCurveJsonWebKey named(EllipticCurveJsonWebKey key) {
        key.setKeyId("k");
        return key;
    }

    private static void says(String sentence, Runnable read) {
        String said = assertThrows(IllegalStateException.class, read::run).getMessage();
        assertEquals(true, said.contains(sentence), said);
    }
}

package dev.foyer.service.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import dev.foyer.base.events.InboundEvent.Proof;
import dev.foyer.base.events.SignedContent;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Only what a known key has signed is believed, and only where and as it was signed. */
@Tag("A6")
class TrustedSignersTest {

    private static final EllipticCurveJsonWebKey KEY = TestPairs.pair("s1");
    private static final byte[] CONTENT = content("t", "type", "c-1.0", "contoso.com/u-17", "{}");

    private EcKeySet trusted = EcKeySet.publicHalves(TestPairs.publicJson(KEY), "test");
    private final TrustedSigners signers = new TrustedSigners(() -> trusted);
    private final RecordSigning signing = new RecordSigning(() -> TestPairs.pairs(KEY));

    @Test
    void whatAKnownKeySignedIsBelieved() {
        assertEquals(Optional.empty(), objection(signing.sign(CONTENT), CONTENT));
    }

    @Test
    void everyPartOfARecordIsSigned() {
        String signature = signing.sign(CONTENT);
        for (byte[] other : new byte[][] {
            content("u", "type", "c-1.0", "contoso.com/u-17", "{}"),
            content("t", "typo", "c-1.0", "contoso.com/u-17", "{}"),
            content("t", "type", "c-1.1", "contoso.com/u-17", "{}"),
            content("t", "type", "c-1.0", "contoso.com/u-18", "{}"),
            content("t", "type", "c-1.0", null, "{}"),
            content("t", "type", "c-1.0", "contoso.com/u-17", "{} "),
            content("t\",\"type", "", "c-1.0", "contoso.com/u-17", "{}")
        }) {
            assertEquals(Optional.of("is not what was signed"), objection(signature, other));
        }
    }

    @Test
    void othersAreNot() throws Exception {
        assertEquals(Optional.of("is not signed"), objection(null, CONTENT));
        assertEquals(Optional.of("has no signature that can be read"), objection("nonsense", CONTENT));
        assertEquals(
                Optional.of("is signed with a key that is not among the trusted ones"),
                objection(new RecordSigning(() -> TestPairs.pairs(TestPairs.pair("s2"))).sign(CONTENT), CONTENT));
        assertEquals(
                Optional.of("is not what was signed"),
                objection(new RecordSigning(() -> TestPairs.pairs(TestPairs.pair("s1"))).sign(CONTENT), CONTENT));
        trusted = EcKeySet.publicHalves(TestPairs.publicJson(TestPairs.pair("s2")), "test");
        assertEquals(
                Optional.of("is signed with a key that is not among the trusted ones"),
                objection(signing.sign(CONTENT), CONTENT));
    }

    /** The public half as an HMAC key, no algorithm at all, an RSA key of the same name: old tricks. */
    @Test
    void theAlgorithmIsNotTheSignersChoice() throws Exception {
        byte[] known = KEY.getECPublicKey().getEncoded();
        assertEquals(
                Optional.of("has no signature that can be read"), objection(jws("HS256", new HmacKey(known)), CONTENT));
        RsaJsonWebKey rsa = RsaJwkGenerator.generateJwk(2048);
        assertEquals(
                Optional.of("has no signature that can be read"),
                objection(jws("RS256", rsa.getPrivateKey()), CONTENT));
        assertEquals(
                Optional.of("has no signature that can be read"),
                objection("eyJhbGciOiJub25lIiwia2lkIjoiczEiLCJ0eXAiOiJmb3llci1yZWNvcmQifQ..", CONTENT));
    }

    /** A signature of this key on something that is no record, such as a token. */
    @Test
    void aSignatureForSomethingElseIsNoSignature() throws Exception {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue("ES256");
        token.setKeyIdHeaderValue("s1");
        token.setHeader("typ", "JWT");
        token.setPayloadBytes(CONTENT);
        token.setKey(KEY.getPrivateKey());
        assertEquals(
                Optional.of("is signed for something else"),
                objection(token.getDetachedContentCompactSerialization(), CONTENT));
        token.setHeader("typ", "foyer-record");
        assertEquals(Optional.of("is signed for something else"), objection(token.getCompactSerialization(), CONTENT));
    }

    private static String jws(String algorithm, java.security.Key key) throws Exception {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue("s1");
        jws.setHeader("typ", "foyer-record");
        jws.setPayloadBytes(CONTENT);
        jws.setKey(key);
        return jws.getDetachedContentCompactSerialization();
    }

    private Optional<String> objection(String signature, byte[] content) {
        return signers.objection(new InboundEvent(
                new Envelope("c-1.0", "/foyer/somebody", "type", "contoso.com/u-17", Instant.EPOCH, "contoso.com"),
                Cause.UNSAID,
                new Origin("t", 0, 0, "contoso.com/u-17", Instant.EPOCH),
                JsonNodeFactory.instance.objectNode(),
                new Proof(signature, content)));
    }

    private static byte[] content(String topic, String type, String id, String key, String data) {
        return SignedContent.of(topic, type, id, key, data.getBytes(UTF_8));
    }
}

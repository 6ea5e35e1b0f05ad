package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which key sets are taken, and what of them others may see. */
@Tag("A6")
class DeliveryKeysTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final EllipticCurveJsonWebKey OLD = TestKeys.make("d1");
    private static final EllipticCurveJsonWebKey FRESH = TestKeys.make("d2");

    @Test
    void theFirstKeyIsTheCurrentOne() {
        DeliveryKeys keys = read(TestKeys.json(FRESH, OLD));
        assertEquals("d2", keys.currentId());
        assertEquals(List.of("d2", "d1"), keys.ids());
        assertEquals(FRESH.calculateBase64urlEncodedThumbprint("SHA-256"), keys.thumbprint());
        assertEquals(List.of("d2", "d1"), keys.pairs().ids());
        assertEquals("DeliveryKeys[d2, d1]", keys.toString());
    }

    @Test
    void noPrivatePartOfAnyKeyIsPublished() throws Exception {
        String published = JSON.writeValueAsString(
                read(TestKeys.json(FRESH, TestKeys.RSA, OLD)).publication(Instant.EPOCH));
        for (EllipticCurveJsonWebKey key : List.of(FRESH, OLD)) {
            var all = key.toParams(OutputControlLevel.INCLUDE_PRIVATE);
            var open = key.toParams(OutputControlLevel.PUBLIC_ONLY);
            assertTrue(all.containsKey("d"));
            all.forEach((name, value) ->
                    assertEquals(open.containsKey(name), published.contains("\"" + value + "\""), name));
            assertTrue(published.contains(
                    key.toParams(OutputControlLevel.PUBLIC_ONLY).get("x").toString()));
        }
        for (String name : List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k")) {
            assertFalse(published.contains("\"" + name + "\":"), name);
        }
        assertEquals(2, new JsonWebKeySet(published).getJsonWebKeys().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "{}", "[]", "{\"keys\":7}", "{\"keys\":[7]}", "{\"keys\":[{\"kty\":\"RSA\"}]}"})
    void whatIsNoSetIsRefused(String content) {
        refuses(content, "is no JWK set.");
    }

    @Test
    void badSetsAreRefusedInOneSentence() {
        refuses("{\"keys\":[]}", "holds no key.");
        refuses(
                new JsonWebKeySet(OLD).toJson(OutputControlLevel.PUBLIC_ONLY),
                "holds only the public half of the key d1, but the private one is needed.");
        refuses(
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"x\",\"k\":\"AAAA\"}]}",
                "holds the key x, which is no EC key on the curve P-256.");
        refuses(
                TestKeys.json(OLD, TestKeys.rsa("x", 1024)),
                "holds the RSA key x, which has less than 2048 bits, or no private half.");
        refuses(TestKeys.json(TestKeys.make(null)), "holds a key without kid; give every key a name.");
        refuses(TestKeys.json(OLD, OLD), "holds two keys with the kid d1; a kid names one.");
        refuses(
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"d3\"}," + OLD.toJson(OutputControlLevel.INCLUDE_PRIVATE) + "]}",
                "is no JWK set.");
    }

    @Test
    void anRsaKeyOpensWhatIsOldAndNothingIsSealedToItAgain() {
        DeliveryKeys keys = read(TestKeys.json(FRESH, TestKeys.RSA));
        assertEquals(List.of("d2", "d-rsa"), keys.ids());
        assertEquals(Optional.of(TestKeys.RSA.getPrivateKey()), keys.findRsa("d-rsa"));
        assertEquals(Optional.empty(), keys.findRsa("d2"));
        assertEquals(Optional.empty(), keys.findRsa(null));
        assertEquals(1, keys.publicHalves().size());
        refuses(
                TestKeys.json(TestKeys.RSA, FRESH),
                "begins with the RSA key d-rsa; put a new EC key on the curve P-256 before it, and keep it for the hold"
                        + " time.");
    }

    @Test
    void aSetThatFollowsAnotherOpensWhatWasSealedToIt() {
        Optional<DeliveryKeys> before = Optional.of(read(TestKeys.json(OLD)));
        assertEquals(
                "d2",
                DeliveryKeys.read(TestKeys.json(FRESH, OLD), "The file", before).currentId());
        assertEquals(
                "d1",
                DeliveryKeys.read(TestKeys.json(OLD, FRESH), "The file", before).currentId());
        refuses(
                TestKeys.json(FRESH),
                before,
                "lacks the key d1, which is the current one; move another key before it first and remove it later.");
        refuses(
                TestKeys.json(FRESH, TestKeys.make("d1")),
                before,
                "has another key under the kid d1; give the new key a new kid.");
    }

    private static DeliveryKeys read(String content) {
        return DeliveryKeys.read(content, "The file");
    }

    private static void refuses(String content, String ending) {
        refuses(content, Optional.empty(), ending);
    }

    private static void refuses(String content, Optional<DeliveryKeys> before, String ending) {
        var refused = assertThrows(IllegalStateException.class, () -> DeliveryKeys.read(content, "The file", before));
        assertEquals("The file " + ending, refused.getMessage());
        assertNull(refused.getCause());
    }
}

package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which key sets are taken, and what of them others may see. */
@Tag("A6")
class DeliveryKeysTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final RsaJsonWebKey OLD = TestKeys.make("d1", 2048);
    private static final RsaJsonWebKey FRESH = TestKeys.make("d2", 2048);

    @Test
    void theFirstKeyIsTheCurrentOne() {
        DeliveryKeys keys = read(TestKeys.json(FRESH, OLD));
        assertEquals("d2", keys.currentId());
        assertEquals(List.of("d2", "d1"), keys.ids());
        assertEquals(FRESH.calculateBase64urlEncodedThumbprint("SHA-256"), keys.thumbprint());
        assertEquals(Optional.of(OLD.getPrivateKey()), keys.find("d1"));
        assertEquals(Optional.empty(), keys.find("d3"));
        assertEquals(Optional.empty(), keys.find(null));
        assertEquals("DeliveryKeys[d2, d1]", keys.toString());
    }

    @Test
    void noPrivatePartOfAnyKeyIsPublished() throws Exception {
        String published =
                JSON.writeValueAsString(read(TestKeys.json(FRESH, OLD)).publicHalves());
        for (RsaJsonWebKey key : List.of(FRESH, OLD)) {
            var all = key.toParams(OutputControlLevel.INCLUDE_PRIVATE);
            var open = key.toParams(OutputControlLevel.PUBLIC_ONLY);
            assertTrue(all.containsKey("d"));
            all.forEach((name, value) ->
                    assertEquals(open.containsKey(name), published.contains("\"" + value + "\""), name));
            assertTrue(published.contains(
                    key.toParams(OutputControlLevel.PUBLIC_ONLY).get("n").toString()));
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
                "holds only the public half of the key d1, but mails need the private.");
        refuses(
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"x\",\"k\":\"AAAA\"}]}",
                "holds the key x, which is no RSA key of 2048 bits or more.");
        refuses(TestKeys.json(TestKeys.make("x", 1024)), "holds the key x, which is no RSA key of 2048 bits or more.");
        refuses(TestKeys.json(TestKeys.make(null, 2048)), "holds a key without kid; give every key a name.");
        refuses(TestKeys.json(OLD, OLD), "holds two keys with the kid d1; a kid names one.");
        refuses(
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"d3\"}," + OLD.toJson(OutputControlLevel.INCLUDE_PRIVATE) + "]}",
                "is no JWK set.");
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
                TestKeys.json(FRESH, TestKeys.make("d1", 2048)),
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

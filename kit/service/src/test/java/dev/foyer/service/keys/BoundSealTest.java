package dev.foyer.service.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.foyer.service.keys.BoundSeal.Opened;
import java.util.Map;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A seal opens with its key, for its purpose, for what it is bound to, and otherwise says why not. */
@Tag("A6")
class BoundSealTest {

    private static final Map<String, String> AMOS = Map.of("userId", "u-17");
    private static final EllipticCurveJsonWebKey KEY = TestPairs.pair("k1");

    private EcKeySet keys = TestPairs.pairs(KEY);
    private final BoundSeal seal = new BoundSeal("mail", () -> keys);

    @Test
    void itOpensForWhatItIsBoundTo() {
        String sealed = seal.seal("40813", AMOS);
        assertEquals(new Opened.Content("40813"), seal.open(sealed, AMOS));
        assertEquals("Content[]", seal.open(sealed, AMOS).toString());
        assertNotEquals(sealed, seal.seal("40813", AMOS));
        assertFalse(sealed.contains("40813"));
    }

    @Test
    void itOpensForNothingElse() {
        String sealed = seal.seal("40813", AMOS);
        assertEquals(new Opened.ForAnother(), seal.open(sealed, Map.of("userId", "u-18")));
        assertEquals(new Opened.ForAnother(), seal.open(sealed, Map.of()));
        assertEquals(new Opened.ForAnother(), seal.open(sealed, Map.of("userId", "u-17", "tenant", "contoso.com")));
        assertEquals(new Opened.ForAnother(), new BoundSeal("telephone", () -> keys).open(sealed, AMOS));
    }

    @Test
    void aKeyOfBeforeStillOpensAndOneThatIsMissingMayCome() {
        String sealed = seal.seal("40813", AMOS);
        EllipticCurveJsonWebKey next = TestPairs.pair("k2");
        keys = TestPairs.pairs(next);
        assertEquals(new Opened.KeyIsMissing(), seal.open(sealed, AMOS));
        keys = TestPairs.pairs(next, KEY);
        assertEquals(new Opened.Content("40813"), seal.open(sealed, AMOS));
    }

    @Test
    void anotherKeyOfTheSameNameOpensNothing() {
        String sealed = seal.seal("40813", AMOS);
        keys = TestPairs.pairs(TestPairs.pair("k1"));
        assertEquals(new Opened.Broken(), seal.open(sealed, AMOS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 4})
    void whoeverChangesAPartBreaksIt(int part) {
        String[] parts = seal.seal("40813", AMOS).split("\\.");
        char first = parts[part].charAt(5);
        parts[part] = parts[part].substring(0, 5) + (first == 'A' ? 'B' : 'A') + parts[part].substring(6);
        assertFalse(seal.open(String.join(".", parts), AMOS) instanceof Opened.Content);
    }

    /** Each is a good JWE to our key by a sender who chose something weaker, or something to blow up. */
    @ParameterizedTest
    @CsvSource({"ECDH-ES+A128KW, A256GCM, ", "ECDH-ES, A128GCM, ", "ECDH-ES, A256CBC-HS512, ", "ECDH-ES, A256GCM, DEF"})
    void otherAlgorithmsAndCompressionAreRefused(String agreement, String encryption, String compression)
            throws Exception {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmHeaderValue(agreement);
        jwe.setEncryptionMethodHeaderParameter(encryption);
        if (compression != null) {
            jwe.setHeader("zip", compression);
        }
        jwe.setKeyIdHeaderValue("k1");
        jwe.setHeader("purpose", "mail");
        jwe.setHeader("for", AMOS);
        jwe.setKey(KEY.getPublicKey());
        jwe.setPayload("40813");
        assertEquals(new Opened.Broken(), seal.open(jwe.getCompactSerialization(), AMOS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "40813", "a.b.c.d.e", "e30.e30.e30.e30.e30", "eyJhbGciOiJub25lIn0.e30."})
    void nonsenseDoesNotOpen(String nonsense) {
        assertFalse(seal.open(nonsense, AMOS) instanceof Opened.Content);
    }
}

package dev.foyer.service.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which sets are taken, and which may follow one that is in force. */
@Tag("A6")
class EcKeySetTest {

    private static final EllipticCurveJsonWebKey OLD = TestPairs.pair("k1");
    private static final EllipticCurveJsonWebKey FRESH = TestPairs.pair("k2");

    @Test
    void theFirstKeyIsTheCurrentOneAndOnlyNamesArePrinted() {
        EcKeySet keys = TestPairs.pairs(FRESH, OLD);
        assertEquals("k2", keys.currentId());
        assertEquals(List.of("k2", "k1"), keys.ids());
        assertEquals(FRESH.calculateBase64urlEncodedThumbprint("SHA-256"), keys.thumbprint());
        assertEquals("EcKeySet[k2, k1]", keys.toString());
    }

    @Test
    void eachHalfInItsPlace() {
        refuses(
                () -> EcKeySet.publicHalves(TestPairs.json(OLD), "The file"),
                "The file holds the private half of the key k1; here only public ones may be.");
        refuses(
                () -> EcKeySet.pairs(TestPairs.publicJson(OLD), "The file", Optional.empty()),
                "The file holds only the public half of the key k1, but the private one is needed.");
    }

    @Test
    void whatWasMadeAMomentAgoIsStillUnderWay() {
        Optional<EcKeySet> before = Optional.of(TestPairs.pairs(OLD));
        assertEquals(
                "k2",
                EcKeySet.pairs(TestPairs.json(FRESH, OLD), "The file", before).currentId());
        refuses(
                () -> EcKeySet.pairs(TestPairs.json(FRESH), "The file", before),
                "The file lacks the key k1, which is the current one; move another key before it first and remove it"
                        + " later.");
        refuses(
                () -> EcKeySet.pairs(TestPairs.json(FRESH, TestPairs.pair("k1")), "The file", before),
                "The file has another key under the kid k1; give the new key a new kid.");
    }

    private static void refuses(Runnable reading, String sentence) {
        assertEquals(
                sentence,
                assertThrows(IllegalStateException.class, reading::run).getMessage());
    }
}

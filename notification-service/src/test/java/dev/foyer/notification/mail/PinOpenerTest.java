package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, seals, and what is never shown. */
class PinOpenerTest {

    private static final String PIN = "48213";

    private DeliveryKeys keys = DeliveryKeys.read(TestKeys.json(TestKeys.KEY), "test");
    private final PinOpener opener = new PinOpener(() -> keys);

    @Test
    @Tag("A6")
    void opensWhatWasSealedToUs() {
        assertEquals(PIN, opener.open(TestKeys.seal(PIN)).digits());
    }

    @ParameterizedTest
    @Tag("A6")
    @CsvSource({"RSA-OAEP, A256GCM", "RSA-OAEP-256, A128GCM", "RSA-OAEP-256, A256CBC-HS512"})
    void refusesOtherAlgorithms(String algorithm, String encryption) {
        assertRefused(TestKeys.seal(PIN, TestKeys.KEY, algorithm, encryption));
    }

    @Test
    @Tag("A6")
    void refusesOtherKeysAndNonsense() {
        assertRefused(TestKeys.seal(PIN, TestKeys.make("d-test", 2048), "RSA-OAEP-256", "A256GCM"));
        assertRefused("not a JWE");
        assertRefused("");
        assertRefused(TestKeys.seal("not digits"));
    }

    @Test
    @Tag("A4")
    void aPinPrintsAsAsterisks() {
        assertEquals("***********", new Pin(PIN).toString());
        assertEquals("***********", opener.open(TestKeys.seal(PIN)).toString());
        assertThrows(IllegalArgumentException.class, () -> new Pin("123"));
    }

    @Test
    @Tag("A6")
    void aKeyThatIsMissingMayComeLater() {
        RsaJsonWebKey next = TestKeys.make("next", 2048);
        String sealed = TestKeys.seal(PIN, next);
        var refused = assertThrows(PinOpener.KeyIsMissing.class, () -> opener.open(sealed));
        assertFalse(refused.getMessage().contains(PIN));
        keys = DeliveryKeys.read(TestKeys.json(next, TestKeys.KEY), "test");
        assertEquals(PIN, opener.open(sealed).digits());
        assertEquals(PIN, opener.open(TestKeys.seal(PIN)).digits());
    }

    private void assertRefused(String sealed) {
        var refused = assertThrows(PinOpener.PinCannotBeOpened.class, () -> opener.open(sealed));
        assertNull(refused.getCause());
        assertFalse(refused.getMessage().contains(PIN));
    }
}

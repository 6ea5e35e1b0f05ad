package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.notification.domain.DialIn;
import dev.foyer.notification.domain.Kind;
import dev.foyer.notification.domain.Letter;
import dev.foyer.notification.domain.Recipient;
import dev.foyer.notification.domain.SealedPin;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, seals, what they are for, and what is never shown. */
@Tag("A6")
class PinOpenerTest {

    private static final String PIN = "48213";
    private static final UUID ID = UUID.fromString("0b0f3a52-9a3c-4f3c-8d2c-5f2f0a9b6b11");
    private static final Letter LETTER = letter("contoso.com", "u-17", ID, new SealedPin(0, 7, "digest"));
    private static final Letter BEFORE = letter("contoso.com", "u-17", ID, new SealedPin(0, 7, null));

    private DeliveryKeys keys = DeliveryKeys.read(TestKeys.json(TestKeys.KEY, TestKeys.RSA), "test");
    private final PinOpener opener = new PinOpener(() -> keys);

    @Test
    void opensWhatWasSealedToUsForThisMail() {
        assertEquals(PIN, opener.open(sealed(PIN), LETTER).digits());
    }

    @ParameterizedTest
    @Tag("case-S1b")
    @CsvSource({
        "fabrikam.com, u-17, 0b0f3a52-9a3c-4f3c-8d2c-5f2f0a9b6b11",
        "contoso.com, u-18, 0b0f3a52-9a3c-4f3c-8d2c-5f2f0a9b6b11",
        "contoso.com, u-17, 0b0f3a52-9a3c-4f3c-8d2c-5f2f0a9b6b12"
    })
    void opensForNoOtherTenantUserOrMail(String tenant, String user, UUID id) {
        Letter other = letter(tenant, user, id, new SealedPin(0, 8, "digest"));
        String sealed = sealed(PIN);
        var refused = assertThrows(PinOpener.SealedForAnother.class, () -> opener.open(sealed, other));
        assertFalse(refused.getMessage().contains(PIN));
    }

    /** Whether a mail is of before says the journal, so nobody can choose the weaker kind. */
    @Test
    @Tag("case-S1b")
    void whatIsBoundToNothingOpensOnlyForMailsOfBefore() {
        String unbound = TestKeys.unbound(PIN);
        assertRefused(unbound, LETTER);
        assertEquals(PIN, opener.open(unbound, BEFORE).digits());
        String sealed = sealed(PIN);
        assertThrows(RuntimeException.class, () -> opener.open(sealed, BEFORE));
    }

    @ParameterizedTest
    @CsvSource({"RSA-OAEP, A256GCM", "RSA-OAEP-256, A128GCM", "RSA-OAEP-256, A256CBC-HS512"})
    void refusesOtherAlgorithms(String algorithm, String encryption) {
        String sealed = TestKeys.unbound(PIN, TestKeys.RSA, algorithm, encryption);
        assertRefused(sealed, LETTER);
        assertRefused(sealed, BEFORE);
    }

    @Test
    void refusesOtherKeysAndNonsense() {
        assertRefused(TestKeys.seal(PIN, boundTo(), TestKeys.make("d-test")), LETTER);
        assertRefused("not a JWE", LETTER);
        assertRefused("", LETTER);
        assertRefused("not a JWE", BEFORE);
        assertRefused(sealed("not digits"), LETTER);
        assertRefused(TestKeys.unbound("not digits"), BEFORE);
    }

    @Test
    void nobodyCanRewriteWhatItIsFor() {
        String[] parts = sealed(PIN).split("\\.");
        String header = new String(java.util.Base64.getUrlDecoder().decode(parts[0]));
        parts[0] = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(header.replace("u-17", "u-18").getBytes());
        assertRefused(String.join(".", parts), letter("contoso.com", "u-18", ID, LETTER.sealedPin()));
    }

    @Test
    @Tag("A4")
    void aPinPrintsAsAsterisks() {
        assertEquals("***********", new Pin(PIN).toString());
        assertEquals("***********", opener.open(sealed(PIN), LETTER).toString());
        assertThrows(IllegalArgumentException.class, () -> new Pin("123"));
    }

    @Test
    void aKeyThatIsMissingMayComeLater() {
        EllipticCurveJsonWebKey next = TestKeys.make("next");
        String sealed = TestKeys.seal(PIN, boundTo(), next);
        var refused = assertThrows(PinOpener.KeyIsMissing.class, () -> opener.open(sealed, LETTER));
        assertFalse(refused.getMessage().contains(PIN));
        keys = DeliveryKeys.read(TestKeys.json(next, TestKeys.KEY), "test");
        assertEquals(PIN, opener.open(sealed, LETTER).digits());
        assertEquals(PIN, opener.open(sealed(PIN), LETTER).digits());
    }

    private void assertRefused(String sealed, Letter letter) {
        var refused = assertThrows(PinOpener.PinCannotBeOpened.class, () -> opener.open(sealed, letter));
        assertNull(refused.getCause());
        assertFalse(refused.getMessage().contains(PIN));
    }

    private static String sealed(String pin) {
        return TestKeys.seal(pin, boundTo(), TestKeys.KEY);
    }

    private static Map<String, String> boundTo() {
        return Map.of("tenant", "contoso.com", "userId", "u-17", "notificationId", ID.toString());
    }

    private static Letter letter(String tenant, String user, UUID id, SealedPin pointer) {
        return new Letter(
                id,
                Kind.PIN_RESET,
                new Recipient(tenant, user, "Amos Marble", "amos@contoso.com", "en"),
                new DialIn("4711007", null, null),
                pointer,
                Instant.EPOCH,
                1L,
                "r-1",
                null);
    }
}

package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, seals, and what is never shown. */
class PinOpenerTest {

    private static final String PIN = "48213";

    @TempDir
    Path folder;

    private final PinOpener opener =
            new PinOpener(DeliveryKeys.load(TestKeys.file(TestKeys.KEY, OutputControlLevel.INCLUDE_PRIVATE)));

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
        assertRefused(TestKeys.seal(PIN, TestKeys.make("unknown", 2048), "RSA-OAEP-256", "A256GCM"));
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
    void badKeyFilesAreNamedInOneSentence() throws IOException {
        Path missing = folder.resolve("none.json");
        assertBad(missing, "does not exist.");
        assertBad(Files.writeString(folder.resolve("text.json"), "hello"), "is not a JWK set.");
        assertBad(Files.writeString(folder.resolve("empty.json"), "{\"keys\":[]}"), "holds no key.");
        assertBad(
                TestKeys.file(TestKeys.KEY, OutputControlLevel.PUBLIC_ONLY),
                "holds only the public half of the key d-test, but mails need the private.");
        assertBad(
                Files.writeString(
                        folder.resolve("oct.json"), "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"x\",\"k\":\"AAAA\"}]}"),
                "holds the key x, which is not an RSA key.");
    }

    private static void assertBad(Path file, String ending) {
        String message = assertThrows(IllegalArgumentException.class, () -> DeliveryKeys.load(file))
                .getMessage();
        assertTrue(message.endsWith(file + ", " + ending), message);
    }

    private void assertRefused(String sealed) {
        var refused = assertThrows(PinOpener.PinCannotBeOpened.class, () -> opener.open(sealed));
        assertNull(refused.getCause());
        assertFalse(refused.getMessage().contains(PIN));
    }
}

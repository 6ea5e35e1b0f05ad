package dev.foyer.pin.crypto;

import static dev.foyer.pin.crypto.KeyFiles.pepper;
import static dev.foyer.pin.crypto.KeyFiles.publicHalves;
import static dev.foyer.pin.crypto.KeyFiles.rsa;
import static dev.foyer.pin.crypto.KeyFiles.text;
import static dev.foyer.pin.crypto.KeyFiles.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each wrong key file stops the service with one sentence that names file and setting, never the content. */
@Tag("A6")
class BadKeyFilesTest {

    private static final JsonWebKey PEPPER = pepper("p1");
    private static final RsaJsonWebKey DELIVERY = rsa("d1", 2048);
    private static final Path GOOD_PEPPER = whole(PEPPER);
    private static final Path GOOD_DELIVERY = publicHalves(DELIVERY);

    @Test
    void aMissingFile() {
        Path nowhere = Path.of("/nowhere/keys.json");
        pepperStops(nowhere, "The key file {} (foyer.pepper-file) cannot be read.");
        deliveryStops(nowhere, "The key file {} (foyer.delivery-keys-file) cannot be read.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "[]", "{}", "{\"keys\":", "{\"keys\":7}", "{\"keys\":[7]}", "null"})
    void somethingElseThanKeys(String content) {
        Path file = text(content);
        pepperStops(file, "The key file {} (foyer.pepper-file) is no JWK set.");
        deliveryStops(file, "The key file {} (foyer.delivery-keys-file) is no JWK set.");
    }

    @Test
    void aSetWithoutKeys() {
        Path file = text("{\"keys\":[]}");
        pepperStops(file, "The key file {} (foyer.pepper-file) holds no key.");
        deliveryStops(file, "The key file {} (foyer.delivery-keys-file) holds no key.");
    }

    @Test
    void aKeyWithoutName() {
        pepperStops(whole(PEPPER, pepper(null)), "Every key in {} (foyer.pepper-file) needs a kid.");
    }

    @Test
    void twoKeysOfOneName() {
        pepperStops(
                whole(PEPPER, pepper("p1")), "Two keys in {} (foyer.pepper-file) have the kid p1; a kid names one.");
    }

    @Test
    void aPepperOfAnotherKindOrTooShort() {
        pepperStops(
                whole(PEPPER, rsa("r1", 2048)),
                "The key r1 in {} (foyer.pepper-file) is no oct key of at least 256 bits.");
        pepperStops(
                whole(pepper("p1", 128)), "The key p1 in {} (foyer.pepper-file) is no oct key of at least 256 bits.");
    }

    @Test
    void aPrivateKeyWhereOnlyPublicOnesBelong() {
        String sentence = "The file {} (foyer.delivery-keys-file) holds a private key;"
                + " pin-service must only have notification-service's public one.";
        deliveryStops(whole(DELIVERY), sentence);
        deliveryStops(mixed(), sentence);
    }

    @Test
    void aDeliveryKeyOfAnotherKindOrTooShort() {
        deliveryStops(
                whole(PEPPER), "The first key in {} (foyer.delivery-keys-file) is no RSA key of 2048 bits or more.");
        deliveryStops(
                publicHalves(rsa("d1", 1024)),
                "The first key in {} (foyer.delivery-keys-file) is no RSA key of 2048 bits or more.");
    }

    /** The current key is public, the one behind it is not. */
    private static Path mixed() {
        String current = DELIVERY.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        String next = rsa("d2", 2048).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
        return text("{\"keys\":[" + current + "," + next + "]}");
    }

    private static void pepperStops(Path file, String sentence) {
        stops(file, GOOD_DELIVERY, sentence.replace("{}", file.toString()));
    }

    private static void deliveryStops(Path file, String sentence) {
        stops(GOOD_PEPPER, file, sentence.replace("{}", file.toString()));
    }

    private static void stops(Path pepper, Path delivery, String sentence) {
        var stopped = assertThrows(IllegalStateException.class, () -> new KeyedPinVault(pepper, delivery));
        assertEquals(sentence, stopped.getMessage());
    }
}

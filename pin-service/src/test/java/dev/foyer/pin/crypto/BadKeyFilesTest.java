package dev.foyer.pin.crypto;

import static dev.foyer.pin.crypto.KeyFiles.ec;
import static dev.foyer.pin.crypto.KeyFiles.json;
import static dev.foyer.pin.crypto.KeyFiles.pepper;
import static dev.foyer.pin.crypto.KeyFiles.publicJson;
import static dev.foyer.pin.crypto.KeyFiles.rsa;
import static dev.foyer.pin.crypto.KeyFiles.text;
import static dev.foyer.pin.crypto.KeyFiles.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong keys are refused with one sentence that names where they come from, never the content. */
@Tag("A6")
class BadKeyFilesTest {

    private static final JsonWebKey PEPPER = pepper("p1");
    private static final EllipticCurveJsonWebKey DELIVERY = ec("d1");

    @Test
    void noPepperAtAll() {
        stops(
                Optional.empty(),
                Optional.empty(),
                "There is no pepper, and without one no PIN can be made or checked; set foyer.pepper-file to a file"
                        + " with a JWK set, or foyer.pepper to the set itself.");
    }

    @Test
    void twoPeppers() {
        stops(
                Optional.of(whole(PEPPER)),
                Optional.of(json(PEPPER)),
                "Both foyer.pepper-file and foyer.pepper are set; set only one, so that it is clear which keys count.");
    }

    @Test
    void aMissingFile() {
        pepperStops(Path.of("/nowhere/keys.json"), "cannot be read.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "[]",
                "{}",
                "{\"keys\":",
                "{\"keys\":7}",
                "{\"keys\":[7]}",
                "null",
                "{\"keys\":[{\"kty\":\"secret\",\"kid\":\"p1\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"p1\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"p1\",\"n\":\"secret\"}]}"
            })
    void somethingElseThanKeys(String content) {
        pepperStops(text(content), "is no JWK set.");
        valueStops(content, "is no JWK set.");
        deliveryStops(content, "is no JWK set.");
    }

    /** The library would skip it, and the second key would be the current one. */
    @Test
    void aFirstKeyThatCannotBeRead() {
        String broken = "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"p2\"}," + PEPPER.toJson() + "]}";
        pepperStops(text(broken), "is no JWK set.");
    }

    @Test
    void aSetWithoutKeys() {
        pepperStops(text("{\"keys\":[]}"), "holds no key.");
        deliveryStops("{\"keys\":[]}", "holds no key.");
    }

    @Test
    void aKeyWithoutName() {
        pepperStops(whole(PEPPER, pepper(null)), "holds a key without kid; give every key a name.");
        pepperStops(whole(PEPPER, pepper(" ")), "holds a key without kid; give every key a name.");
    }

    @Test
    void twoKeysOfOneName() {
        pepperStops(whole(PEPPER, pepper("p1")), "holds two keys with the kid p1; a kid names one.");
        deliveryStops(publicJson(DELIVERY, ec("d1")), "holds two keys with the kid d1; a kid names one.");
    }

    @Test
    void aPepperOfAnotherKindOrTooShort() {
        pepperStops(whole(PEPPER, rsa("r1", 2048)), "holds the key r1, which is no oct key of at least 256 bits.");
        pepperStops(whole(pepper("p1", 128)), "holds the key p1, which is no oct key of at least 256 bits.");
        valueStops(json(pepper("p1", 128)), "holds the key p1, which is no oct key of at least 256 bits.");
    }

    @Test
    void aPrivateKeyWhereOnlyPublicOnesBelong() {
        deliveryStops(json(DELIVERY), "holds the private half of the key d1; here only public ones may be.");
        deliveryStops(
                "{\"keys\":[" + DELIVERY.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + ","
                        + ec("d2").toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE) + "]}",
                "holds the private half of the key d2; here only public ones may be.");
    }

    @Test
    void aDeliveryKeyOfAnotherKindOrCurve() throws Exception {
        deliveryStops(json(PEPPER), "holds the key p1, which is no EC key on the curve P-256.");
        deliveryStops(
                publicJson(DELIVERY, rsa("d2", 2048)), "holds the key d2, which is no EC key on the curve P-256.");
        EllipticCurveJsonWebKey larger = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        larger.setKeyId("d3");
        deliveryStops(publicJson(DELIVERY, larger), "holds the key d3, which is no EC key on the curve P-256.");
    }

    private static void pepperStops(Path file, String ending) {
        stops(Optional.of(file), Optional.empty(), "The key file " + file + " (foyer.pepper-file) " + ending);
    }

    private static void valueStops(String value, String ending) {
        stops(Optional.empty(), Optional.of(value), "The value of foyer.pepper " + ending);
    }

    private static void stops(Optional<Path> file, Optional<String> value, String sentence) {
        var stopped = assertThrows(IllegalStateException.class, () -> PepperSource.of(file, value));
        assertEquals(sentence, stopped.getMessage());
        assertEquals(null, stopped.getCause());
    }

    private static void deliveryStops(String published, String ending) {
        var stopped = assertThrows(IllegalStateException.class, () -> DeliverySeal.read(published, "What we read"));
        assertEquals("What we read " + ending, stopped.getMessage());
        assertEquals(null, stopped.getCause());
    }
}

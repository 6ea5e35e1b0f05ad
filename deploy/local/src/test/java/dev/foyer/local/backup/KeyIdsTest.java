package dev.foyer.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyIdsTest {

    private static final Pattern SECRET = Pattern.compile("\"(?:k|d)\":\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void keysAreToldApartAndNotGivenAway() throws IOException, JoseException {
        Path ours = secrets("ours");
        Map<String, List<Manifest.Key>> keys = KeyIds.of(ours);
        assertEquals(5, keys.size());
        KeyIds.check(keys, ours);
        for (String file : keys.keySet()) {
            Matcher secret = SECRET.matcher(Files.readString(ours.resolve(file)));
            assertTrue(secret.find(), file);
            assertFalse(keys.toString().contains(secret.group(1)), file);
        }
        // The same names, other keys.
        Path others = secrets("others");
        CannotRun refused = assertThrows(CannotRun.class, () -> KeyIds.check(keys, others));
        assertTrue(refused.getMessage().contains("pepper-1 of pepper.json"), refused::getMessage);
        assertThrows(CannotRun.class, () -> KeyIds.check(keys, folder.resolve("none")));
    }

    /** As {@code ./foyer up} makes them, under the same ids each time. */
    private Path secrets(String name) throws IOException, JoseException {
        Path secrets = Files.createDirectories(folder.resolve(name));
        for (String pair : List.of("delivery", "pin-signing", "notification-signing", "webhook")) {
            JsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(pair + "-1");
            Files.writeString(
                    secrets.resolve(pair + "-keys-private.json"),
                    new JsonWebKeySet(key).toJson(OutputControlLevel.INCLUDE_PRIVATE));
        }
        JsonWebKey pepper = OctJwkGenerator.generateJwk(256);
        pepper.setKeyId("pepper-1");
        Files.writeString(
                secrets.resolve("pepper.json"), new JsonWebKeySet(pepper).toJson(OutputControlLevel.INCLUDE_SYMMETRIC));
        return secrets;
    }
}

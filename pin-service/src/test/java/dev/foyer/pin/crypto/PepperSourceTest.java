package dev.foyer.pin.crypto;

import static dev.foyer.pin.crypto.KeyFiles.json;
import static dev.foyer.pin.crypto.KeyFiles.pepper;
import static dev.foyer.pin.crypto.KeyFiles.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.pin.PinVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the pepper comes from, and that it is rotated while we run. */
@Tag("A6")
class PepperSourceTest {

    private static final Pin PIN = new Pin("40813");

    private final JsonWebKey old = pepper("p1");
    private final JsonWebKey fresh = pepper("p2");
    private final Path file = whole(old);
    private final PepperSource source = PepperSource.of(Optional.of(file), Optional.empty());
    private final PinVault vault = PinKeysResource.vault(source);

    @Test
    void itMayBeInTheConfigurationItself() {
        PepperSource fixed = PepperSource.of(Optional.empty(), Optional.of(json(fresh, old)));
        assertEquals(List.of("p2", "p1"), fixed.get().ids());
        fixed.look();
        assertEquals("p2", fixed.get().currentId());
        assertEquals(Optional.empty(), fixed.problem());
    }

    @Test
    void aNewFirstKeyMakesNewVerifiersAndTheOldOneStillVerifies() throws IOException {
        PinVerifier before = vault.verifier(PIN);
        assertTrue(vault.isCurrent(before));
        replace(fresh, old);
        assertEquals("p2", vault.verifier(PIN).keyId());
        assertTrue(vault.matches(PIN, before));
        assertFalse(vault.matches(new Pin("40814"), before));
        assertFalse(vault.isCurrent(before));
        assertEquals(Optional.empty(), source.problem());
    }

    @Test
    void anOldKeyMayGoAndThenItsPinsAreGone() throws IOException {
        PinVerifier before = vault.verifier(PIN);
        replace(fresh, old);
        replace(fresh);
        assertFalse(vault.matches(PIN, before));
        assertEquals(List.of("p2"), source.get().ids());
    }

    @Test
    void theCurrentKeyMayNotGo() throws IOException {
        PinVerifier before = vault.verifier(PIN);
        replace(fresh);
        staysWith(
                before,
                "lacks the key p1, which is the current one; move another key before it first and remove it later.");
    }

    @Test
    void aNameIsNeverGivenToAnotherKey() throws IOException {
        PinVerifier before = vault.verifier(PIN);
        replace(fresh, pepper("p1"));
        staysWith(before, "has another key under the kid p1; give the new key a new kid.");
    }

    @Test
    void nonsenseChangesNothing() throws IOException {
        PinVerifier before = vault.verifier(PIN);
        Files.writeString(file, "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"p2\",\"k\":\"secret");
        source.look();
        staysWith(before, "is no JWK set.");
        replace(fresh, old);
        assertEquals(Optional.empty(), source.problem());
        assertEquals("p2", source.get().currentId());
    }

    @Test
    void keysPrintTheirNamesOnly() {
        assertEquals("Peppers[p2, p1]", Peppers.read(json(fresh, old), "test").toString());
    }

    private void replace(JsonWebKey... keys) throws IOException {
        Files.writeString(file, json(keys));
        source.look();
    }

    private void staysWith(PinVerifier before, String ending) {
        assertEquals(Optional.of("The key file " + file + " (foyer.pepper-file) " + ending), source.problem());
        assertEquals(List.of("p1"), source.get().ids());
        assertTrue(vault.matches(PIN, before));
        assertTrue(vault.isCurrent(before));
    }
}

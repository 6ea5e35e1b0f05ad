package dev.foyer.local.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void onlyTheirOwnerCanReadThem() throws IOException {
        Home home = new Home(folder);
        Secrets.prepare(home, Map.of());
        assertEquals("rwx------", permissions(home.secrets()));
        try (Stream<Path> files = Files.list(home.secrets())) {
            List<Path> all = files.toList();
            assertEquals(5, all.size());
            for (Path file : all) {
                assertEquals("rw-------", permissions(file), file.toString());
            }
        }
    }

    @Test
    void theSecondStartFindsTheSameSecrets() throws IOException {
        Secrets first = Secrets.prepare(new Home(folder), Map.of());
        String pepper = Files.readString(first.pepper());
        String keys = Files.readString(first.privateKeys());
        Accounts accounts = first.accounts();

        Secrets second = Secrets.prepare(new Home(folder), Map.of());

        assertEquals(pepper, Files.readString(second.pepper()));
        assertEquals(keys, Files.readString(second.privateKeys()));
        assertEquals(accounts, second.accounts());
    }

    @Test
    @Tag("A6")
    void theDeliveryKeyIsAStrongPairOfItsOwnName() throws Exception {
        RsaJsonWebKey pair = (RsaJsonWebKey)
                first(Secrets.prepare(new Home(folder), Map.of()).privateKeys());
        assertTrue(pair.getRsaPrivateKey() != null);
        assertEquals(3072, pair.getRsaPublicKey().getModulus().bitLength());
        assertEquals("RSA-OAEP-256", pair.getAlgorithm());
        assertFalse(pair.getKeyId().isBlank());
    }

    @Test
    @Tag("A6")
    void thePepperHas256Bits() throws Exception {
        JsonWebKey pepper = first(Secrets.prepare(new Home(folder), Map.of()).pepper());
        assertEquals("oct", pepper.getKeyType());
        assertEquals(32, pepper.getKey().getEncoded().length);
        assertFalse(pepper.getKeyId().isBlank());
    }

    @Test
    void passwordsAreDifferentAndCanBeGiven() {
        Accounts generated = Secrets.prepare(new Home(folder), Map.of()).accounts();
        assertEquals(
                6,
                generated.accounts().stream().map(Account::password).distinct().count());
        assertTrue(generated.accounts().stream().allMatch(a -> a.password().length() >= 16));

        Accounts given = Secrets.prepare(new Home(folder), Map.of("FOYER_PASSWORD_ADMIN_FABRIKAM", "given"))
                .accounts();

        assertEquals("given", given.named("admin@fabrikam").password());
        assertEquals(generated.named("admin"), given.named("admin"));
        assertNotEquals("given", given.named("admin").password());
    }

    private static JsonWebKey first(Path file) throws Exception {
        return new JsonWebKeySet(Files.readString(file)).getJsonWebKeys().getFirst();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

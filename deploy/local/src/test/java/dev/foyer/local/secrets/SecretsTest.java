package dev.foyer.local.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    /** Of those who only look: hashing passwords takes long, as it should. */
    @TempDir
    static Path shared;

    private static Secrets made;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() {
        made = Secrets.prepare(new Home(shared), Map.of());
    }

    @Test
    void onlyTheirOwnerCanReadThem() throws IOException {
        Path secrets = new Home(shared).secrets();
        assertEquals("rwx------", permissions(secrets));
        try (Stream<Path> files = Files.list(secrets)) {
            List<Path> all = files.toList();
            assertEquals(26, all.size());
            for (Path file : all) {
                assertEquals("rw-------", permissions(file), file.toString());
            }
        }
    }

    @Test
    void theSecondStartFindsTheSameSecrets() throws IOException {
        String pepper = Files.readString(made.pepper());
        String keys = Files.readString(made.pinKeys().delivery());
        String hashes = Files.readString(made.accountsFile());
        Accounts accounts = made.accounts();

        Secrets second = Secrets.prepare(new Home(shared), Map.of());

        assertEquals(pepper, Files.readString(second.pepper()));
        assertEquals(keys, Files.readString(second.pinKeys().delivery()));
        assertEquals(hashes, Files.readString(second.accountsFile()));
        assertEquals(accounts, second.accounts());
    }

    @Test
    @Tag("A6")
    void everyPairIsOnP256AndOthersGetItsPublicHalfOnly() throws Exception {
        PinKeyFiles keys = made.pinKeys();
        for (Path pairs :
                List.of(keys.delivery(), keys.verification(), keys.pinSigning(), keys.notificationSigning())) {
            EllipticCurveJsonWebKey pair = (EllipticCurveJsonWebKey) first(pairs);
            assertEquals("P-256", pair.getCurveName());
            assertTrue(pair.getEcPrivateKey() != null);
        }
        Map<Path, Path> halves = Map.of(
                keys.verification(), keys.verificationPublic(),
                keys.pinSigning(), keys.pinSigners(),
                keys.notificationSigning(), keys.notificationSigners());
        for (Map.Entry<Path, Path> each : halves.entrySet()) {
            EllipticCurveJsonWebKey half = (EllipticCurveJsonWebKey) first(each.getValue());
            assertEquals(null, half.getEcPrivateKey());
            assertEquals(((EllipticCurveJsonWebKey) first(each.getKey())).getECPublicKey(), half.getECPublicKey());
        }
    }

    /** As a folder that Foyer made before 0.3 has it. */
    @Test
    @Tag("A6")
    void anRsaDeliveryKeyStaysBehindANewPair() throws Exception {
        Path file = Secrets.prepare(new Home(folder), Map.of()).pinKeys().delivery();
        RsaJsonWebKey old = RsaJwkGenerator.generateJwk(2048);
        old.setKeyId("delivery-1");
        Files.writeString(file, new JsonWebKeySet(old).toJson(OutputControlLevel.INCLUDE_PRIVATE));

        Secrets.prepare(new Home(folder), Map.of());

        List<JsonWebKey> now = new JsonWebKeySet(Files.readString(file)).getJsonWebKeys();
        assertEquals(
                List.of("delivery-2", "delivery-1"),
                now.stream().map(JsonWebKey::getKeyId).toList());
        assertEquals("EC", now.getFirst().getKeyType());
        assertEquals(old.getRsaPrivateKey(), ((RsaJsonWebKey) now.getLast()).getRsaPrivateKey());
        String once = Files.readString(file);
        Secrets.prepare(new Home(folder), Map.of());
        assertEquals(once, Files.readString(file));
    }

    @Test
    @Tag("case-S3")
    void servicesGetThePublicHalvesOfAllKeysThatTheGatewayHas() throws Exception {
        Secrets secrets = Secrets.prepare(new Home(folder), Map.of());
        var first = (EllipticCurveJsonWebKey) first(secrets.gatewayPrivateKeys());
        var next = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        next.setKeyId("gateway-2");
        Files.writeString(
                secrets.gatewayPrivateKeys(),
                new JsonWebKeySet(next, first).toJson(OutputControlLevel.INCLUDE_PRIVATE));

        String published =
                Files.readString(Secrets.prepare(new Home(folder), Map.of()).gatewayPublicKeys());

        assertEquals(
                List.of("gateway-2", "gateway-1"),
                new JsonWebKeySet(published)
                        .getJsonWebKeys().stream().map(JsonWebKey::getKeyId).toList());
        assertFalse(published.contains("\"d\""));
    }

    @Test
    @Tag("A6")
    void thePepperHas256Bits() throws Exception {
        JsonWebKey pepper = first(made.pepper());
        assertEquals("oct", pepper.getKeyType());
        assertEquals(32, pepper.getKey().getEncoded().length);
        assertFalse(pepper.getKeyId().isBlank());
    }

    @Test
    void passwordsAreDifferentAndCanBeGiven() throws IOException {
        Accounts generated = made.accounts();
        assertEquals(
                7,
                generated.accounts().stream().map(Account::password).distinct().count());
        assertTrue(generated.accounts().stream().allMatch(a -> a.password().length() >= 16));

        Path before = Files.createDirectories(folder.resolve("secrets")).resolve("passwords.json");
        Files.copy(new Home(shared).secrets().resolve("passwords.json"), before);
        Accounts given = Secrets.prepare(new Home(folder), Map.of("FOYER_PASSWORD_ADMIN_FABRIKAM", "given by us"))
                .accounts();

        assertEquals("given by us", given.named("admin@fabrikam").password());
        assertEquals(generated.named("admin"), given.named("admin"));
    }

    @Test
    void aPasswordThatTheGatewayWouldNotTakeIsRefused() {
        Map<String, String> tooShort = Map.of("FOYER_PASSWORD_BRIDGE", "7 chars");
        CannotRun why = assertThrows(CannotRun.class, () -> Secrets.prepare(new Home(folder), tooShort));
        assertTrue(why.getMessage().startsWith("FOYER_PASSWORD_BRIDGE"), why.getMessage());
        assertFalse(why.getMessage().contains("7 chars"), why.getMessage());
    }

    @Test
    void theGatewayGetsHashesOnly() throws IOException {
        String hashes = Files.readString(made.accountsFile());
        for (Account account : made.accounts().accounts()) {
            assertFalse(hashes.contains(account.password()), account.name());
        }
        assertEquals(7, hashes.split("\\$argon2id\\$v=19\\$m=7168,t=5,p=1\\$", -1).length - 1, hashes);
    }

    @Test
    void aFolderFromBeforeThereWereHashesIsConverted() throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        String before = Accounts.generate().toJson();
        Path gateways = Files.writeString(secrets.resolve("accounts.json"), before);
        Accounts accounts = Accounts.read(gateways);

        Secrets after = Secrets.prepare(new Home(folder), Map.of());

        assertEquals(accounts, after.accounts());
        assertTrue(Files.readString(gateways).contains("$argon2id$"));
        assertFalse(Files.readString(gateways).contains("\"password\""));
        assertEquals("rw-------", permissions(secrets.resolve("passwords.json")));
    }

    @Test
    void aFolderWithoutAnOperatorGetsOne() throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Account admin = Accounts.generate().named("admin");
        Files.writeString(secrets.resolve("passwords.json"), new Accounts(List.of(admin)).toJson());

        Accounts after = Secrets.prepare(new Home(folder), Map.of()).accounts();

        assertEquals(admin, after.named("admin"));
        assertEquals(List.of("operator"), after.named("operator").roles());
        assertEquals(List.of("contoso.com"), after.tenants());
    }

    @Test
    void anotherPasswordIsAnotherHashForThatAccountOnly() throws IOException {
        Home home = new Home(folder);
        Secrets secrets = Secrets.prepare(home, Map.of());
        String before = Files.readString(secrets.accountsFile());
        String old = secrets.accounts().named("admin").password();

        Account changed = Secrets.changePassword(home, "admin");

        assertNotEquals(old, changed.password());
        assertEquals(changed, secrets.accounts().named("admin"));
        List<String> lines = Files.readAllLines(secrets.accountsFile());
        assertEquals(1, lines.stream().filter(line -> !before.contains(line)).count());
        assertThrows(CannotRun.class, () -> Secrets.changePassword(home, "nobody"));
    }

    private static JsonWebKey first(Path file) throws Exception {
        return new JsonWebKeySet(Files.readString(file)).getJsonWebKeys().getFirst();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.local.home.Home;
import dev.foyer.local.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The leak test is worth as much as what it would find. */
class SecretHuntTest {

    private static final Set<String> FOUND = Set.of("the key");

    @TempDir
    Path folder;

    private final byte[] secret = new byte[32];
    private SecretHunt hunt;

    @BeforeEach
    void hide() {
        new Random(7).nextBytes(secret);
        secret[9] = '\n';
        hunt = new SecretHunt(new Home(folder));
        hunt.add("the key", folder.resolve("own"), secret);
    }

    @Test
    void findsItWhereverItStandsInSomethingEncoded() {
        String text = new String(secret, ISO_8859_1);
        for (String before : List.of("", "x", "xy", "xyz")) {
            byte[] whole = (before + text + "and more").getBytes(ISO_8859_1);
            assertEquals(FOUND, hunt.in(whole));
            assertEquals(FOUND, hunt.in(HexFormat.of().formatHex(whole).getBytes(ISO_8859_1)));
            assertEquals(FOUND, hunt.in(Base64.getEncoder().encode(whole)), before);
            assertEquals(FOUND, hunt.in(Base64.getUrlEncoder().encode(whole)), before);
            assertEquals(
                    FOUND,
                    hunt.in(Base64.getMimeEncoder(16, new byte[] {'\r', '\n'}).encode(whole)),
                    before);
        }
        assertEquals(Set.of(), hunt.in(text.substring(1).getBytes(ISO_8859_1)));
    }

    @Test
    void onlyItsOwnFileMayHaveIt() {
        assertEquals(Set.of(), hunt.in(folder.resolve("own"), secret));
        assertEquals(FOUND, hunt.in(folder.resolve("another"), secret));
    }

    /** Of the folder that the launcher makes, each file with a secret has what it has, and no other's. */
    @Test
    void knowsTheSecretsOfAFoyer() throws IOException {
        Home home = new Home(folder);
        Secrets.prepare(home, Map.of());
        Files.createDirectories(home.brokerUsers());
        Files.writeString(home.brokerUsers().resolve("contoso.com"), "a password of forty characters or so");
        SecretHunt all = new SecretHunt(home);
        all.learn();
        for (String name : List.of(
                "tls-pin-service.pem",
                "tls-authority-key.pem",
                "gateway-keys-private.json",
                "pin-signing-keys-private.json",
                "pepper.json",
                "meeting-service-instance-keys.json",
                "passwords.json",
                "session-key",
                "mail-password",
                "kafka/contoso.com")) {
            Path file = home.secrets().resolve(name);
            byte[] content = Files.readAllBytes(file);
            assertEquals(Set.of(), all.in(file, content), name);
            assertEquals(false, all.in(folder.resolve("log"), content).isEmpty(), name);
        }
        for (String name : List.of("tls-authorities.pem", "gateway-keys-public.json", "accounts.json")) {
            assertEquals(Set.of(), all.in(Files.readAllBytes(home.secrets().resolve(name))), name);
        }
    }
}

package dev.foyer.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Which keys a backup can be used with: without the pepper no PIN can be verified, and without the private keys nothing that is sealed can
 * be opened. They are not in the backup, so that who has one has not the other. A check value tells two keys of the same id apart; of a
 * secret of 256 random bits it says nothing else.
 */
public final class KeyIds {

    private static final byte[] CHECKED = "Foyer: which key a backup belongs to".getBytes(UTF_8);
    private static final int CHECK_BYTES = 8;

    /** Without which something of the backup is lost; all others may be made anew. */
    private static final List<String> FILES = List.of(
            "pepper.json",
            "delivery-keys-private.json",
            "pin-signing-keys-private.json",
            "notification-signing-keys-private.json",
            "webhook-keys-private.json");

    private KeyIds() {}

    /** Of the files in this folder, by file. */
    public static Map<String, List<Manifest.Key>> of(Path secrets) {
        Map<String, List<Manifest.Key>> keys = new TreeMap<>();
        for (String file : FILES) {
            if (Files.exists(secrets.resolve(file))) {
                keys.put(file, read(secrets.resolve(file)));
            }
        }
        return keys;
    }

    /** Throws {@link CannotRun}, naming them, when keys of a backup are not in this folder. */
    public static void check(Map<String, List<Manifest.Key>> wanted, Path secrets) {
        Map<String, List<Manifest.Key>> there = of(secrets);
        List<String> missing = new ArrayList<>();
        wanted.forEach((file, keys) -> keys.stream()
                .filter(key -> !there.getOrDefault(file, List.of()).contains(key))
                .forEach(key -> missing.add(key.id() + " of " + file)));
        if (!missing.isEmpty()) {
            throw new CannotRun("Keys that this backup needs are not in " + secrets + ": " + String.join(", ", missing)
                    + "; copy that folder from where the backup was taken: without them no PIN can be verified and no mail"
                    + " be written.");
        }
    }

    private static List<Manifest.Key> read(Path file) {
        try {
            List<Manifest.Key> keys = new ArrayList<>();
            for (JsonWebKey key : new JsonWebKeySet(Files.readString(file)).getJsonWebKeys()) {
                keys.add(new Manifest.Key(key.getKeyId(), check(key)));
            }
            return keys;
        } catch (IOException | JoseException | GeneralSecurityException e) {
            throw new CannotRun("The keys in " + file + " cannot be read.", e);
        }
    }

    private static String check(JsonWebKey key) throws GeneralSecurityException {
        if (key instanceof OctetSequenceJsonWebKey secret) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getOctetSequence(), "HmacSHA256"));
            return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(CHECKED), CHECK_BYTES));
        }
        // Of a pair it is made from the public half.
        return key.calculateBase64urlEncodedThumbprint("SHA-256");
    }
}

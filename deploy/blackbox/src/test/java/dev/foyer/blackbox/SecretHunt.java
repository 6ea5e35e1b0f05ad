package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.authority.Issued;
import dev.foyer.local.home.Home;
import dev.foyer.local.secrets.Account;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.proof.process.GatewayTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for the secrets of a Foyer where they are not to be: anywhere but in the one file in {@code secrets/} that each has.
 * What it knew once it looks for until the end, also when the file has another by then. Not thread-safe.
 */
final class SecretHunt {

    private static final List<String> SECRET_PARTS = List.of("d", "k", "p", "q");
    private static final int EC_KEY_BYTES = 32;

    private final Home home;
    private final Needles needles = new Needles();
    private final Map<ByteBuffer, String> names = new LinkedHashMap<>();
    private final Map<String, Path> allowed = new HashMap<>();

    SecretHunt(Home home) {
        this.home = home;
    }

    /** Learns all that its files have now. */
    void learn() {
        Path secrets = home.secrets();
        try (Stream<Path> files = Stream.concat(Files.list(secrets), Files.list(home.brokerUsers()))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                learn(file, file.getFileName().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path passwords = secrets.resolve("passwords.json");
        for (Account each : Secrets.accountsOf(home).accounts()) {
            add("the password of " + each.name(), passwords, each.password().getBytes(UTF_8));
        }
        // The head is the same in every token that this key has signed.
        String token = new GatewayTokens(secrets.resolve("gateway-keys-private.json"), "pin-service", "contoso.com")
                .authorization("bridge", "c");
        String head = token.replaceFirst("Bearer ", "").replaceFirst("\\..*", "");
        add("a token of the gateway", null, head.getBytes(UTF_8));
    }

    private void learn(Path file, String name) throws IOException {
        boolean aPassword = file.startsWith(home.brokerUsers());
        if (aPassword || Set.of("foyer-broker", "mail-password", "session-key").contains(name)) {
            add(
                    (aPassword ? "the broker's password of " : "") + name,
                    file,
                    Files.readString(file).strip().getBytes(UTF_8));
        } else if (name.endsWith(".pem") && Files.readString(file).contains("PRIVATE KEY")) {
            ECPrivateKey key =
                    (ECPrivateKey) Issued.read(Files.readString(file)).key();
            add("the private key of " + name, file, fixed(key.getS().toByteArray()));
            // Where line breaks are spelled, as in JSON, the key itself is broken.
            add(
                    "a line of " + name,
                    file,
                    firstLine(Base64.getEncoder().encodeToString(key.getEncoded()))
                            .getBytes(UTF_8));
        } else if (name.endsWith(".json")) {
            for (JsonNode key : new JsonMapper().readTree(file.toFile()).path("keys")) {
                for (String part : SECRET_PARTS) {
                    if (key.has(part)) {
                        byte[] secret =
                                Base64.getUrlDecoder().decode(key.path(part).asText());
                        add(name + " " + key.path("kid").asText() + " " + part, file, secret);
                    }
                }
            }
        }
    }

    /**
     * Looks for one more, also in its encodings.
     *
     * @param file the only one that may have it; null: none may
     */
    void add(String name, Path file, byte[] secret) {
        if (names.putIfAbsent(ByteBuffer.wrap(secret), name) != null) {
            return;
        }
        if (file != null) {
            allowed.put(name, file);
        }
        needles.add(name, secret);
        for (HexFormat hex : List.of(HexFormat.of(), HexFormat.of().withUpperCase())) {
            needles.add(name, hex.formatHex(secret).getBytes(UTF_8));
        }
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            for (int before = 0; before < 3; before++) {
                needles.add(name, encoded(secret, before, encoder));
            }
        }
    }

    /** As it stands in the encoding of something longer, after so many bytes: without what its neighbours have a part in. */
    private static byte[] encoded(byte[] secret, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + secret.length];
        System.arraycopy(secret, 0, shifted, before, secret.length);
        String text = encoder.withoutPadding().encodeToString(shifted);
        int first = before == 0 ? 0 : before + 1;
        int last = text.length() - (shifted.length % 3 == 0 ? 0 : 1);
        return text.substring(first, last).getBytes(UTF_8);
    }

    private static String firstLine(String base64) {
        return base64.substring(0, 64);
    }

    /** Numbers have neither leading zeros nor always the same length. */
    private static byte[] fixed(byte[] number) {
        byte[] fixed = new byte[EC_KEY_BYTES];
        int length = Math.min(number.length, EC_KEY_BYTES);
        System.arraycopy(number, number.length - length, fixed, EC_KEY_BYTES - length, length);
        return fixed;
    }

    /** All that it looks for. */
    List<String> names() {
        return List.copyOf(names.values());
    }

    /** Whose secrets stand there; empty is good. */
    Set<String> in(byte[] content) {
        return needles.in(content);
    }

    /** The same for a file, which may have its own. */
    Set<String> in(Path file, byte[] content) {
        Set<String> found = in(content);
        found.removeIf(name -> file.equals(allowed.get(name)));
        return found;
    }
}

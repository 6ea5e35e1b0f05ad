package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.local.home.Home;
import dev.foyer.proof.process.GatewayTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for the broker's passwords, and for what the gateway signs with and has signed, where they are not to be: anywhere
 * but in their own files.
 *
 * @param needles by whose they are
 */
record SecretHunt(Map<String, String> needles) {

    static SecretHunt of(Home home) throws IOException {
        Map<String, String> needles = new TreeMap<>();
        try (Stream<Path> files = Stream.concat(
                Files.list(home.brokerUsers()), Stream.of(home.secrets().resolve("foyer-broker")))) {
            for (Path file : files.toList()) {
                needles.put(
                        file.getFileName().toString(), Files.readString(file).strip());
            }
        }
        Path gatewayKeys = home.secrets().resolve("gateway-keys-private.json");
        needles.put("the gateway's signing key", privatePart(gatewayKeys));
        // The head is the same in every token that this key has signed.
        needles.put("a token of the gateway", head(gatewayKeys));
        return new SecretHunt(needles);
    }

    private static String privatePart(Path keys) throws IOException {
        return new JsonMapper().readTree(keys.toFile()).at("/keys/0/d").asText();
    }

    private static String head(Path keys) {
        String authorization = new GatewayTokens(keys, "pin-service", "contoso.com").authorization("bridge", "c");
        return authorization.replaceFirst("Bearer ", "").replaceFirst("\\..*", "");
    }

    /** Whose secret stands there; empty is good. */
    Set<String> in(byte[] haystack) {
        String text = new String(haystack, ISO_8859_1);
        Set<String> found = new TreeSet<>();
        needles.forEach((whose, needle) -> {
            if (text.contains(needle)) {
                found.add("the secret of " + whose);
            }
        });
        return found;
    }
}

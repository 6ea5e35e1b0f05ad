package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.foyer.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for the broker's passwords where they are not to be: anywhere but in their own files.
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
        return new SecretHunt(needles);
    }

    /** Whose password stands there; empty is good. */
    Set<String> in(byte[] haystack) {
        String text = new String(haystack, ISO_8859_1);
        Set<String> found = new TreeSet<>();
        needles.forEach((whose, needle) -> {
            if (text.contains(needle)) {
                found.add("the password of " + whose);
            }
        });
        return found;
    }
}

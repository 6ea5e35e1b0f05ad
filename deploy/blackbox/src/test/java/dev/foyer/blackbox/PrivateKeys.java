package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The secret parts of all keys of a Foyer, as its files have them: what must be found nowhere else.
 *
 * @param names of the secrets, so that a finding does not repeat one
 */
record PrivateKeys(Map<String, String> names) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SECRET_PARTS = List.of("d", "k", "p", "q");

    static PrivateKeys in(Path secrets) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(secrets)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                for (JsonNode key : JSON.readTree(file.toFile()).path("keys")) {
                    for (String part : SECRET_PARTS) {
                        if (key.has(part)) {
                            names.put(
                                    key.path(part).asText(),
                                    file.getFileName() + " " + key.path("kid").asText() + " " + part);
                        }
                    }
                }
            }
        }
        return new PrivateKeys(names);
    }

    int size() {
        return names.size();
    }

    /** The names of those that are in there. */
    List<String> in(byte[] content) {
        String text = new String(content, ISO_8859_1);
        return names.entrySet().stream()
                .filter(each -> text.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}

package dev.foyer.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The contract files of a checkout: {@code <service>/src/main/resources/contracts/<topic>/<Type>.v<n>.<which>.json}. */
public final class ContractFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONTRACTS = Path.of("src/main/resources/contracts");
    private static final String SCHEMA = ".schema.json";
    private static final List<String> EXAMPLES = List.of("full", "minimal");
    private static final String JSON_FILE = ".json";
    private static final Path KIT = Path.of("kit/base").resolve(CONTRACTS);

    private final Path root;

    /** @param root of the checkout */
    public ContractFiles(Path root) {
        this.root = root;
    }

    /** By topic and name; the topic's folder is the key. */
    Map<String, List<Contract>> byFolder() {
        Map<String, List<Contract>> found = new TreeMap<>();
        for (Path service : list(root)) {
            Path contracts = service.resolve(CONTRACTS);
            if (Files.isDirectory(contracts)) {
                for (Path folder : list(contracts)) {
                    if (Files.isDirectory(folder)) {
                        found.computeIfAbsent(name(folder), topic -> new ArrayList<>())
                                .addAll(in(folder, name(service)));
                    }
                }
            }
        }
        return found;
    }

    /** A schema of headers, which lies with the kit. */
    ObjectNode envelope(String id) {
        return read(root.resolve(KIT).resolve(id + SCHEMA));
    }

    private static List<Contract> in(Path folder, String service) {
        return list(folder).stream()
                .filter(file -> name(file).endsWith(SCHEMA))
                .map(schema -> contract(folder, service, name(schema).replace(SCHEMA, ""), read(schema)))
                .toList();
    }

    private static Contract contract(Path folder, String service, String name, ObjectNode schema) {
        Map<String, ObjectNode> examples = new TreeMap<>();
        for (String which : EXAMPLES) {
            examples.put(which, read(folder.resolve(name + "." + which + JSON_FILE)));
        }
        // Some contracts have a third example, for what two cannot show.
        for (Path file : list(folder)) {
            if (name(file).startsWith(name + ".") && !name(file).endsWith(SCHEMA)) {
                String which = name(file).substring(name.length() + 1).replace(JSON_FILE, "");
                examples.computeIfAbsent(which, more -> read(file));
            }
        }
        return new Contract(service, name(folder), name, schema, examples);
    }

    private static ObjectNode read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CannotRun("The contract file " + file + " is missing: each type has a schema and the examples "
                    + String.join(" and ", EXAMPLES) + ".");
        }
        try {
            JsonNode read = JSON.readTree(file.toFile());
            if (read instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new CannotRun("The contract file " + file + " cannot be read: " + e.getMessage(), e);
        }
        throw new CannotRun("The contract file " + file + " is no JSON object.");
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}

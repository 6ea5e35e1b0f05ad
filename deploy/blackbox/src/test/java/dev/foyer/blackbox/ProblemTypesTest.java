package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code problem-types.tsv} of the gateway, which the document of the public API shows, has every problem that code makes. */
@Tag("F")
class ProblemTypesTest {

    private static final Path ROOT = Repository.find().root();
    private static final Path TABLE = ROOT.resolve("admin-gateway/src/main/resources/problem-types.tsv");
    private static final Pattern MADE = Pattern.compile(
            "(?:(?:Problem\\s*\\.of|new Refused)\\(\\s*([0-9]{3}),|unavailable\\()\\s*\"([a-z0-9-]+)\"");

    /** What the API says of tenants comes from the launcher. */
    private static final String TENANTS = "/deploy/local/src/main/java/dev/foyer/local/tenants/";

    /** Said between services, to who opens a link, which is a page, and by the administrators' page: never by the API. */
    private static final Set<String> NOT_OF_THE_API = Set.of(
            "peer-not-allowed",
            "claims-refused",
            "instance-not-proved",
            "link-unknown",
            "link-used",
            "another-tenant",
            "role-not-allowed",
            "pin-not-sealed-for-this",
            "malformed-form",
            "setting-not-found",
            "no-page",
            "not-each-partition");

    @Test
    void everyProblemThatCodeMakesIsInTheTable() throws IOException {
        Map<String, Set<String>> table = table();
        Map<String, Set<String>> missing = new TreeMap<>();
        made().forEach((name, statuses) -> {
            Set<String> unsaid = new TreeSet<>(statuses);
            unsaid.removeAll(table.getOrDefault(name, Set.of()));
            if (!unsaid.isEmpty() && !NOT_OF_THE_API.contains(name)) {
                missing.put(name, unsaid);
            }
        });
        assertEquals(Map.of(), missing, "Add rows to " + TABLE + " and write docs/openapi.json anew.");
    }

    private static Map<String, Set<String>> table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(row -> row[0], row -> Set.of(row[1].split(" "))));
    }

    private static Map<String, Set<String>> made() throws IOException {
        Map<String, Set<String>> made = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                    .filter(one -> one.toString().contains("/src/main/java/"))
                    .filter(one -> !one.toString().contains("/deploy/")
                            || one.toString().contains(TENANTS))
                    .toList()) {
                MADE.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> made.computeIfAbsent(found.group(2), _ -> new TreeSet<>())
                                .add(found.group(1) == null ? "503" : found.group(1)));
            }
        }
        return made;
    }
}

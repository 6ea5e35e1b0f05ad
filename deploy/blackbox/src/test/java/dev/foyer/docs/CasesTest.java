package dev.foyer.docs;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/cases.md} says of each case which tests there are of it, as their tags do: none is without a test, and each test that is named has the tag. {@code
 * -Dcases.update=true} writes all of them anew.
 */
class CasesTest {

    private static final Path DOCUMENT = Repository.find().root().resolve("docs/cases.md");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"case-([A-Z]\\d+[a-z]?)\"\\)");
    private static final Pattern DECLARED = Pattern.compile(
            "(?m)^\\s*(?:(?:public|protected|private|static|final|abstract)\\s+)*(class|void)\\s+(\\w+)");
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]\\d+[a-z]?) \\| (.+) \\| (.*) \\|");

    @Test
    void theTestsOfEachCaseAreNamedAndHaveItsTag() throws IOException {
        Map<String, Set<String>> tests = tests();
        assertTrue(tests.size() > 60, tests::toString);
        if (Boolean.getBoolean("cases.update")) {
            write(tests);
        }
        Map<String, Set<String>> named = named();
        assertEquals(tests.keySet(), named.keySet());
        named.forEach((id, some) -> {
            assertTrue(!some.isEmpty(), () -> id + " has no test");
            some.removeAll(tests.get(id));
            assertEquals(Set.of(), some, () -> "They are said to be of " + id + " and have no tag that says so");
        });
    }

    private static Map<String, Set<String>> named() throws IOException {
        Map<String, Set<String>> named = new TreeMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                named.put(row.group(1), new TreeSet<>(List.of(row.group(3).split(", "))));
            }
        }
        return named;
    }

    private static void write(Map<String, Set<String>> tests) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            lines.add(
                    row.matches()
                            ? "| " + row.group(1) + " | " + row.group(2) + " | "
                                    + tests.getOrDefault(row.group(1), Set.of()).stream()
                                            .collect(joining(", "))
                                    + " |"
                            : line);
        }
        Files.write(DOCUMENT, lines);
    }

    /** By case: a class, where the tag is of all of it, or a class and its method. */
    private static Map<String, Set<String>> tests() throws IOException {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (Path file : Sources.tests()) {
            String source = Files.readString(file);
            String name = file.getFileName().toString().replace(".java", "");
            TAG.matcher(source)
                    .results()
                    .forEach(tag -> tests.computeIfAbsent(tag.group(1), _ -> new TreeSet<>())
                            .add(tagged(name, source, tag)));
        }
        return tests;
    }

    private static String tagged(String name, String source, MatchResult tag) {
        Matcher declared = DECLARED.matcher(source);
        assertTrue(declared.find(tag.end()), () -> "What has the tag in " + name + "?");
        return declared.group(1).equals("class") ? name : name + "." + declared.group(2);
    }
}

package dev.foyer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A tag like {@code B3} at a test names a rule that stands in {@code docs/product.md}. Rules without a test are printed. */
class RulesTest {

    private static final Path ROOT = Repository.find().root();
    private static final Pattern SECTION = Pattern.compile("## ([A-Z])[. ].*|## .*");
    private static final Pattern NUMBERED = Pattern.compile("(\\d+)\\. .*");
    private static final Pattern IN_A_TABLE = Pattern.compile("\\| ([A-Z]\\d+) \\|.*");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z]\\d*)\"\\)");

    @Test
    void everyTagNamesARuleThatStands() throws IOException {
        Set<String> rules = rules();
        Map<String, Set<Path>> tags = tags();
        assertTrue(rules.contains("B3") && rules.contains("M1") && rules.contains("F"), rules::toString);
        assertTrue(tags.size() > 20, tags::toString);

        Set<String> untested = new TreeSet<>(rules);
        untested.removeAll(tags.keySet());
        System.out.println("Rules of docs/product.md that no test names: " + String.join(", ", untested));

        tags.keySet().removeAll(rules);
        assertEquals(Map.of(), tags);
    }

    /** What only the tests tagged {@code long} see breaks without CI saying so. */
    @Test
    void eachRuleAndCaseHasATestThatCiRuns() throws IOException {
        Set<String> named = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        for (Path file : Sources.tests()) {
            for (Set<String> tags : TestTags.in(Files.readString(file))) {
                named.addAll(tags);
                if (!tags.contains(TestTags.LONG)) {
                    seen.addAll(tags);
                }
            }
        }
        assertTrue(named.contains(TestTags.LONG) && named.containsAll(tags().keySet()), named::toString);
        named.removeAll(seen);
        assertEquals(Set.of(TestTags.LONG), named);
    }

    /** Numbered items as section and number, rows of tables by their first cell; a section without numbers as its letter. */
    private static Set<String> rules() throws IOException {
        Set<String> rules = new TreeSet<>();
        String section = null;
        for (String line : Files.readAllLines(ROOT.resolve("docs/product.md"))) {
            Matcher heading = SECTION.matcher(line);
            Matcher item = NUMBERED.matcher(line);
            Matcher row = IN_A_TABLE.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (section != null && item.matches()) {
                rules.add(section + item.group(1));
            } else if (section != null && row.matches()) {
                rules.add(row.group(1));
            } else if (section != null
                    && (line.startsWith("- ") || line.startsWith("| no") || line.startsWith("| yes"))) {
                rules.add(section);
            }
        }
        return rules;
    }

    private static Map<String, Set<Path>> tags() throws IOException {
        Map<String, Set<Path>> tags = new TreeMap<>();
        for (Path file : Sources.tests()) {
            TAG.matcher(Files.readString(file))
                    .results()
                    .forEach(tag -> tags.computeIfAbsent(tag.group(1), none -> new TreeSet<>())
                            .add(ROOT.relativize(file)));
        }
        return tags;
    }
}

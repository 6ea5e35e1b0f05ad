package dev.foyer.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each alert has a page that says what to do, and what the pages name is there. */
class RunbooksTest {

    private static final Path ROOT = Repository.find().root();
    private static final Path FOLDER = ROOT.resolve("docs/runbooks");
    private static final List<String> HEADINGS = List.of("## Meaning", "## Impact", "## Diagnosis", "## Mitigation");
    private static final Pattern SERIES = Pattern.compile("\\b(?:foyer_[a-z_]+|foyer:[a-z_:]+)");
    private static final Pattern ALERT = Pattern.compile("\\b(?:Foyer|Kafka)[A-Z][A-Za-z]+");
    private static final Pattern ROUTE = Pattern.compile("`(?:GET|POST|PUT|DELETE) (/[^` ?]+)");

    @Test
    void eachAlertHasItsPageAndEachPageItsAlert() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    alerts(),
                    files.map(file -> file.getFileName().toString().replace(".md", ""))
                            .filter(name -> !name.equals("README"))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        String list = Files.readString(FOLDER.resolve("README.md"));
        alerts().forEach(alert -> assertTrue(list.contains("| [" + alert + "](" + alert + ".md) |"), alert));
    }

    @Test
    void eachPageHasItsFourParts() throws IOException {
        for (String alert : alerts()) {
            List<String> lines = Files.readAllLines(FOLDER.resolve(alert + ".md"));
            assertEquals("# " + alert, lines.getFirst());
            assertEquals(
                    HEADINGS,
                    lines.stream().filter(line -> line.startsWith("## ")).toList(),
                    alert);
        }
    }

    @Test
    void whatPagesNameIsThere() throws IOException {
        Set<String> series = new HashSet<>(MetricTable.read().series());
        MetricTable.read().ours().forEach(metric -> series.add(metric.name()));
        rules().forEach(rule -> series.add(rule.recorded()));
        Set<String> names = new HashSet<>(alerts());
        Set<String> unknown = new TreeSet<>();
        String routes = Files.readString(ROOT.resolve("docs/openapi.json"));
        for (String alert : alerts()) {
            String page = Files.readString(FOLDER.resolve(alert + ".md"));
            SERIES.matcher(page)
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !series.contains(name))
                    .forEach(unknown::add);
            ALERT.matcher(page)
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !names.contains(name))
                    .forEach(unknown::add);
            ROUTE.matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .filter(route -> !routes.contains("\"" + route + "\""))
                    .forEach(unknown::add);
        }
        assertEquals(Set.of(), unknown);
    }

    private static Set<String> alerts() {
        return rules().stream()
                .map(Rules.Rule::alert)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Rules.Rule> rules() {
        return Rules.of(Windows.WHOLE, "").all();
    }
}

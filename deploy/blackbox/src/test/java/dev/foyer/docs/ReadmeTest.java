package dev.foyer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the documents name in backticks exists: classes, commands and events, packages, paths, topics. Documents drift
 * otherwise. Decision records are history and may name what is gone; {@code docs/product.md} names what is still to come.
 */
class ReadmeTest {

    private static final Path ROOT = Repository.find().root();
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS_LIKE =
            Pattern.compile("@?[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*(\\.[A-Za-z]+)*(\\(\\))?");
    private static final Pattern PACKAGE_LIKE = Pattern.compile("dev\\.foyer(\\.[a-z]+)+");
    private static final Pattern TOPIC_LIKE =
            Pattern.compile("[a-z]+\\.(journal|snapshots|events|deliveries|keys|verified|settings|dead-letters)");
    private static final Pattern PATH_LIKE =
            Pattern.compile("[.a-z0-9-]+(/[A-Za-z0-9._-]+)+/?|[A-Za-z-]+\\.(yaml|md|xml|properties)");
    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z][A-Za-z0-9]+)");
    private static final Pattern IMPORTED = Pattern.compile("import (?:static )?[a-z0-9_.]+\\.([A-Z][A-Za-z0-9]+)");

    @Test
    void allDocumentsAreFound() throws IOException {
        Set<String> names =
                documents().stream().map(ROOT::relativize).map(Path::toString).collect(Collectors.toSet());
        assertTrue(names.containsAll(Set.of("README.md", "CONTRIBUTING.md")), names::toString);
    }

    /** What the first page says is read; what is on the second one is not. */
    @Test
    void theReadmeIsOnePage() throws IOException {
        assertTrue(Files.readAllLines(ROOT.resolve("README.md")).size() <= 140, "move something to docs/");
    }

    @Test
    void everyNamedClassCommandAndEventExists() throws IOException {
        Set<String> known = knownClasses();
        assertEquals(Set.of(), missing(CLASS_LIKE, (named, document) -> known.contains(outermost(named))));
    }

    @Test
    void everyNamedPackageExists() throws IOException {
        Set<String> known = Sources.java().stream()
                .map(file -> file.getParent().toString().replace('/', '.'))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(),
                missing(
                        PACKAGE_LIKE,
                        (named, document) -> known.stream().anyMatch(folder -> folder.contains(".java." + named))));
    }

    @Test
    void everyNamedTopicExists() throws IOException {
        Set<String> known = TopicList.read(Repository.find().topics()).topics().stream()
                .map(Topic::name)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), missing(TOPIC_LIKE, (named, document) -> known.contains(named)));
    }

    @Test
    void everyNamedPathExists() throws IOException {
        assertEquals(Set.of(), missing(PATH_LIKE, ReadmeTest::isThere));
    }

    /** Seen from the root, from the document's folder, or from the sources beside it. */
    private static boolean isThere(String path, Path document) {
        Path folder = document.getParent();
        return Stream.of(ROOT, folder, folder.resolve("src/main/resources"), folder.resolve("src/test/resources"))
                        .anyMatch(from -> Files.exists(from.resolve(path)))
                || isMadeByRunning(path)
                || path.startsWith("src/");
    }

    private static boolean isMadeByRunning(String path) {
        return path.startsWith(".foyer/") || path.startsWith("target/");
    }

    /** {@code @Decider.Result} and {@code Decider.decide()} are about {@code Decider}. */
    private static String outermost(String named) {
        return named.replace("@", "").replace("()", "").replaceAll("\\..*", "");
    }

    private interface Known {
        boolean is(String named, Path document);
    }

    private static Set<String> missing(Pattern kind, Known known) throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path document : documents()) {
            QUOTED.matcher(Files.readString(document))
                    .results()
                    .map(match -> match.group(1))
                    .filter(kind.asMatchPredicate())
                    .filter(named -> !known.is(named, document))
                    .forEach(named -> missing.add(ROOT.relativize(document) + ": " + named));
        }
        return missing;
    }

    private static List<Path> documents() throws IOException {
        return Sources.files(file -> {
            String name = ROOT.relativize(file).toString();
            return name.endsWith("README.md") && !name.startsWith("docs/decisions/")
                    || name.matches("(CONTRIBUTING|TESTING|docs/benches)\\.md|docs/design/[^/]+\\.md");
        });
    }

    /** Ours, and those of libraries that a class of ours uses. */
    private static Set<String> knownClasses() throws IOException {
        Set<String> names = new HashSet<>();
        for (Path file : Sources.java()) {
            String source = Files.readString(file);
            Stream.of(DECLARED, IMPORTED)
                    .flatMap(pattern -> pattern.matcher(source).results())
                    .forEach(match -> names.add(match.group(1)));
        }
        return names;
    }
}

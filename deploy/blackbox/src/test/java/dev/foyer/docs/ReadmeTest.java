package dev.foyer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.local.home.Repository;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name in backticks exists: classes, commands and events, paths, topics. Documents drift otherwise. */
class ReadmeTest {

    private static final Path ROOT = Repository.find().root();
    private static final List<String> DOCUMENTS = List.of("README.md", "CONTRIBUTING.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS_LIKE = Pattern.compile("[A-Z][A-Za-z0-9]+");
    private static final Pattern TOPIC_LIKE = Pattern.compile("[a-z]+\\.(journal|events|deliveries|verified|settings)");
    private static final Pattern PATH_LIKE = Pattern.compile("[a-z0-9-]+(/[A-Za-z0-9._-]+)+|[a-z-]+\\.(yaml|md)");
    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z][A-Za-z0-9]+)");

    @Test
    void everyNamedClassCommandAndEventExists() throws IOException {
        Set<String> missing = quoted(CLASS_LIKE);
        missing.removeAll(declared());
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyNamedTopicExists() throws IOException {
        Set<String> missing = quoted(TOPIC_LIKE);
        TopicList.read(Repository.find().topics()).topics().stream()
                .map(Topic::name)
                .forEach(missing::remove);
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyNamedPathExists() throws IOException {
        Set<String> missing = quoted(PATH_LIKE);
        missing.removeIf(path -> Files.exists(ROOT.resolve(path)) || path.startsWith("src/"));
        assertEquals(Set.of(), missing);
    }

    private static Set<String> quoted(Pattern kind) throws IOException {
        Set<String> found = new HashSet<>();
        for (String document : DOCUMENTS) {
            QUOTED.matcher(Files.readString(ROOT.resolve(document)))
                    .results()
                    .map(match -> match.group(1))
                    .filter(kind.asMatchPredicate())
                    .forEach(found::add);
        }
        return found;
    }

    private static Set<String> declared() throws IOException {
        Set<String> names = new HashSet<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                DECLARED.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(names::add);
            }
        }
        return names;
    }
}

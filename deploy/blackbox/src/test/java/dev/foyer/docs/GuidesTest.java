package dev.foyer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever follows a document arrives: its links lead somewhere, and the settings that the guides name exist. */
class GuidesTest {

    private static final Path ROOT = Repository.find().root();
    /** Of a file in the checkout; addresses of the web are not looked at. */
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

    private static final Pattern SETTING = Pattern.compile("\\b(?:FOYER|KAFKA)_[A-Z][A-Z_]*[A-Z]\\b");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Set<String> broken = new TreeSet<>();
        List<Path> documents = Sources.files(file -> file.toString().endsWith(".md"));
        for (Path document : documents) {
            LINK.matcher(Files.readString(document))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !Files.exists(document.resolveSibling(link)))
                    .forEach(link -> broken.add(ROOT.relativize(document) + ": " + link));
        }
        assertEquals(Set.of(), broken);
        assertTrue(documents.size() > 100, () -> "documents: " + documents.size());
    }

    @Test
    void everySettingThatAGuideNamesExists() throws IOException {
        String known = Files.readString(ROOT.resolve("docs/operations/settings.md"));
        Set<String> unknown = new TreeSet<>();
        for (Path guide : Sources.files(file -> file.getParent().endsWith("docs/guides"))) {
            SETTING.matcher(Files.readString(guide))
                    .results()
                    .map(MatchResult::group)
                    .filter(named -> !known.contains("`" + named + "`"))
                    .filter(named -> !named.startsWith("KAFKA_SSL_")) // Kafka's own
                    .forEach(named -> unknown.add(guide.getFileName() + ": " + named));
        }
        assertEquals(Set.of(), unknown);
    }
}

package dev.foyer.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Repository;
import dev.foyer.local.topics.TopicList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The generated files of all overlays: the same list of topics gives the same text. */
final class ManifestFiles {

    private static final String HEAD =
            "# Made from deploy/topics.yaml and overlay.yaml by ./foyer kubernetes; changes here are lost.\n";

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(Feature.SPLIT_LINES)
            .enable(Feature.MINIMIZE_QUOTES)
            .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build());

    private ManifestFiles() {}

    /** What each of them must say. */
    static Map<Path, String> of(Repository repository) {
        TopicList declared = TopicList.read(repository.topics());
        Map<Path, String> files = new TreeMap<>();
        for (Path folder : Overlay.folders(repository)) {
            KafkaManifests manifests = new KafkaManifests(Overlay.read(folder), declared);
            files.put(folder.resolve("kafka.yaml"), text(manifests.cluster()));
            files.put(folder.resolve("kafka-topics.yaml"), text(manifests.topics()));
            files.put(folder.resolve("kafka-users.yaml"), text(manifests.users()));
        }
        return files;
    }

    /** Writes those that differ, and returns them. */
    static List<Path> write(Repository repository) {
        List<Path> changed = new ArrayList<>();
        of(repository).forEach((file, text) -> {
            try {
                if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                    Files.writeString(file, text);
                    changed.add(file);
                }
            } catch (IOException e) {
                throw new CannotRun(file + " cannot be written: " + e.getMessage(), e);
            }
        });
        return changed;
    }

    private static String text(List<Map<String, Object>> resources) {
        StringBuilder text = new StringBuilder(HEAD);
        try {
            for (Map<String, Object> resource : resources) {
                text.append(YAML.writeValueAsString(resource));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}

package dev.foyer.local.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.local.CannotRun;
import dev.foyer.local.process.Component;
import dev.foyer.local.topics.Topic;
import dev.foyer.local.topics.TopicList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The contracts of events. Who reads a type that it does not know passes over it, and for good: so its readers go first. What tenants'
 * systems say goes the other way: the newer program reads all that the older one read.
 */
final class EventComparison {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".schema.json";

    private final ProgramFiles from;
    private final ProgramFiles to;
    private final Map<String, Topic> topics;
    private final List<Finding> found = new ArrayList<>();

    private EventComparison(ProgramFiles from, ProgramFiles to) {
        this.from = from;
        this.to = to;
        this.topics = TopicList.parse(to.read("deploy/topics.yaml").orElse("topics: []"), to.name()).topics().stream()
                .collect(Collectors.toMap(topic -> topic.name().replace("<tenant>.", ""), topic -> topic));
    }

    static List<Finding> of(ProgramFiles from, ProgramFiles to) {
        EventComparison comparison = new EventComparison(from, to);
        for (Component service : Component.services()) {
            comparison.ofService(service.title());
        }
        return comparison.found;
    }

    private void ofService(String service) {
        String folder = service + "/src/main/resources/contracts";
        Map<String, JsonNode> before = schemas(from, folder);
        Map<String, JsonNode> after = schemas(to, folder);
        Map<String, TreeSet<String>> arrived = new TreeMap<>();
        after.forEach((path, schema) -> {
            String topic = topicOf(path);
            if (!before.containsKey(path)) {
                arrived.computeIfAbsent(topic, _ -> new TreeSet<>()).add(typeOf(path));
            } else if (isOfTenants(topic)) {
                wrong(path, Schemas.whyNotRead(before.get(path), schema));
            } else {
                wrong(path, Schemas.whyNotRead(schema, before.get(path)));
                wrong(path, Schemas.whyNotRead(before.get(path), schema));
            }
        });
        before.keySet().stream()
                .filter(path -> !after.containsKey(path))
                .forEach(path -> found.add(Finding.stop(typeOf(path) + " of " + topicOf(path)
                        + " is gone; what the version before writes would be passed over.")));
        arrived.forEach((topic, types) -> order(service, topic, types));
    }

    private void wrong(String path, List<String> why) {
        if (!why.isEmpty()) {
            found.add(Finding.stop(typeOf(path) + " of " + topicOf(path) + " means another thing in each version: "
                    + String.join(", ", why) + "."));
        }
    }

    private void order(String writer, String topic, TreeSet<String> types) {
        if (isOfTenants(topic)) {
            found.add(Finding.after("tenants' systems may say " + String.join(", ", types) + " in " + topic + "."));
            return;
        }
        List<String> readers = topics.containsKey(topic) ? topics.get(topic).readers() : List.of();
        List<String> first = readers.stream()
                .filter(reader -> !reader.equals(writer))
                .filter(reader -> Component.services().stream()
                        .anyMatch(service -> service.title().equals(reader)))
                .toList();
        if (!first.isEmpty()) {
            found.add(Finding.order(String.join(" and ", first) + " before " + writer + ", which says something new in "
                    + topic + ": " + String.join(", ", types) + "."));
        }
    }

    private static boolean isOfTenants(String topic) {
        return topic.startsWith("in.");
    }

    private static Map<String, JsonNode> schemas(ProgramFiles version, String folder) {
        Map<String, JsonNode> schemas = new TreeMap<>();
        for (String path : version.under(folder)) {
            if (path.endsWith(ENDING)) {
                schemas.put(path, parse(version, path));
            }
        }
        return schemas;
    }

    private static JsonNode parse(ProgramFiles version, String path) {
        try {
            return JSON.readTree(version.read(path).orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new CannotRun(version.name() + ":" + path + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String topicOf(String path) {
        return Path.of(path).getParent().getFileName().toString();
    }

    private static String typeOf(String path) {
        return Path.of(path).getFileName().toString().replace(ENDING, "");
    }
}

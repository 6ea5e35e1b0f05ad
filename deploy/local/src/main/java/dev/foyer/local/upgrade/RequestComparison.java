package dev.foyer.local.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.local.CannotRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The requests that one process answers another. Who is of the version before goes on asking as it did; what is new is asked by the gateway,
 * which therefore comes after the service.
 */
final class RequestComparison {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final List<String> SERVICES = List.of("pin-service", "notification-service", "meeting-service");

    private final String who;
    private final JsonNode before;
    private final JsonNode after;
    private final Set<String> news = new TreeSet<>();
    private final List<Finding> found = new ArrayList<>();

    private RequestComparison(String who, JsonNode before, JsonNode after) {
        this.who = who;
        this.before = before;
        this.after = after;
    }

    static List<Finding> of(ProgramFiles from, ProgramFiles to) {
        List<Finding> found = new ArrayList<>();
        for (String service : SERVICES) {
            RequestComparison one = between(service, from, to, service + "/src/main/resources/contracts/openapi.json");
            if (!one.news.isEmpty()) {
                found.add(Finding.order(
                        service + " before admin-gateway, which asks it something new: " + some(one.news) + "."));
            }
            found.addAll(one.found);
        }
        found.addAll(between("The public API", from, to, "docs/openapi.json").found);
        return found;
    }

    private static RequestComparison between(String who, ProgramFiles from, ProgramFiles to, String path) {
        RequestComparison one = new RequestComparison(who, parse(from, path), parse(to, path));
        one.compare();
        return one;
    }

    private void compare() {
        Map<String, JsonNode> old = operations(before);
        Map<String, JsonNode> now = operations(after);
        old.forEach((name, operation) -> {
            if (now.containsKey(name)) {
                same(name, operation, now.get(name));
            } else {
                found.add(Finding.stop(who + " has no " + name + " any more, and the version before asks for it."));
            }
        });
        now.keySet().stream().filter(name -> !old.containsKey(name)).forEach(news::add);
    }

    private void same(String name, JsonNode was, JsonNode is) {
        Optional<JsonNode> old = body(before, was.path("requestBody"));
        Optional<JsonNode> now = body(after, is.path("requestBody"));
        if (old.isPresent() && now.isPresent()) {
            refuse(name + " is asked otherwise", Schemas.whyNotRead(old.get(), now.get()));
            Schemas.newFields(old.get(), now.get()).forEach(field -> news.add(name + " (" + field + ")"));
        }
        is.path("responses").properties().forEach(response -> {
            Optional<JsonNode> said = body(before, was.path("responses").path(response.getKey()));
            Optional<JsonNode> says = body(after, response.getValue());
            if (said.isPresent() && says.isPresent()) {
                refuse(
                        name + " is answered otherwise (" + response.getKey() + ")",
                        Schemas.whyNotRead(says.get(), said.get()));
            }
        });
    }

    private void refuse(String what, List<String> why) {
        if (!why.isEmpty()) {
            found.add(Finding.stop(who + ": " + what + ": " + String.join(", ", why) + "."));
        }
    }

    private static Optional<JsonNode> body(JsonNode document, JsonNode message) {
        JsonNode schema = resolved(document, message)
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(resolved(document, schema));
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
    }

    private static Map<String, JsonNode> operations(JsonNode document) {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> METHODS.contains(each.getKey()))
                        .forEach(each -> operations.put(
                                each.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), each.getValue())));
        return operations;
    }

    private static JsonNode parse(ProgramFiles version, String path) {
        try {
            return JSON.readTree(version.read(path).orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new CannotRun(version.name() + ":" + path + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** What fits into a sentence. */
    private static String some(Set<String> all) {
        int shown = 5;
        String first = String.join(", ", all.stream().limit(shown).toList());
        return all.size() > shown ? first + " and " + (all.size() - shown) + " more" : first;
    }
}

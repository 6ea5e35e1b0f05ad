package dev.foyer.gateway.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The OpenAPI document as people read it. */
public final class RestDocument {

    private static final String API = "/api/";

    /** Of the launcher's accounts the first one that has one of the roles; the one that may most goes first. */
    private static final Map<String, String> ACCOUNTS = accounts();

    private final JsonNode document;

    /** @param document as it is served */
    RestDocument(JsonNode document) {
        this.document = document;
    }

    /**
     * What belongs together.
     *
     * @param name of its tag
     */
    public record Part(String name, String description, List<Operation> operations) {}

    /**
     * One thing that can be asked.
     *
     * @param roles which may, in words
     * @param curl a line that asks it
     */
    public record Operation(String method, String path, String summary, String roles, String curl) {}

    /** @param base address of this gateway, without a slash at the end */
    List<Part> parts(String base) {
        return StreamSupport.stream(document.path("tags").spliterator(), false)
                .map(tag -> new Part(
                        tag.path("name").asText(),
                        tag.path("description").asText(),
                        operations(tag.path("name").asText(), base)))
                .filter(part -> !part.operations().isEmpty())
                .toList();
    }

    private List<Operation> operations(String tag, String base) {
        List<Operation> found = new ArrayList<>();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith(API))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(one -> has(one.getValue().path("tags"), tag))
                        .forEach(one -> found.add(operation(one.getKey(), path.getKey(), one.getValue(), base))));
        return found;
    }

    private static boolean has(JsonNode words, String word) {
        return StreamSupport.stream(words.spliterator(), false)
                .anyMatch(one -> one.asText().equals(word));
    }

    private Operation operation(String method, String path, JsonNode operation, String base) {
        String roles = StreamSupport.stream(operation.path("x-roles").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        String verb = method.toUpperCase(Locale.ROOT);
        return new Operation(
                verb,
                path,
                operation.path("summary").asText(),
                roles.isEmpty() ? "every account" : roles,
                curl(verb, path, operation, base));
    }

    private static Map<String, String> accounts() {
        Map<String, String> accounts = new LinkedHashMap<>();
        accounts.put("conferencing-admin", "admin");
        accounts.put("bridge", "bridge");
        accounts.put("client-app", "app");
        accounts.put("auditor", "auditor");
        accounts.put("operator", "operator");
        return accounts;
    }

    private static String account(JsonNode roles) {
        return ACCOUNTS.entrySet().stream()
                .filter(one -> has(roles, one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("admin");
    }

    /** With its examples; whoever wants to may send it as it is, with the password that curl asks for. */
    private String curl(String verb, String path, JsonNode operation, String base) {
        StringBuilder line = new StringBuilder("curl -u ").append(account(operation.path("x-roles")));
        if (!verb.equals("GET")) {
            line.append(" -X ").append(verb);
        }
        var body = operation.path("requestBody").path("content").properties().stream()
                .findFirst();
        if (body.isPresent()) {
            JsonNode schema = resolved(body.get().getValue().path("schema"));
            line.append(" -H 'Content-Type: ").append(body.get().getKey()).append('\'');
            line.append(" -d ")
                    .append(Shell.quoted(schema.path("examples").path(0).toString()));
        }
        if (operation.path("responses").path("200").path("content").has("text/event-stream")) {
            line.append(" -N");
        }
        return line.append(' ')
                .append(Shell.quoted(base + filled(path, operation)))
                .toString();
    }

    private static String filled(String path, JsonNode operation) {
        String filled = path;
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("path")) {
                filled = filled.replace(
                        "{" + parameter.path("name").asText() + "}",
                        parameter.path("example").asText());
            }
        }
        return filled;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}

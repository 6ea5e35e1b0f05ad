package dev.foyer.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code docs/openapi.json}, which is OpenAPI 3.1 and so JSON Schema 2020-12, says of an answer of the public API. Each
 * disagreement is a sentence. Thread-safe.
 */
final class PublicDocument {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String API = "/api/v1/";
    private static final String PROBLEM = "application/problem+json";
    /** What HTTP itself refuses, whatever is asked: {@code default} describes it. */
    private static final Set<Integer> OF_HTTP = Set.of(404, 405, 406, 408, 413, 414, 415, 421, 431);

    private static final Pattern ENCODED = Pattern.compile("%([0-7][0-9A-Fa-f])");
    private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");

    private static PublicDocument ours;

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** @param path as a pattern; the more of it is fixed, the earlier it comes */
    private record Operation(String method, String template, Pattern path, JsonNode responses) {
        int parameters() {
            return template.split("\\{", -1).length;
        }
    }

    private PublicDocument(JsonNode document) {
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(one -> one.getValue().has("responses"))
                        .forEach(one -> operations.add(new Operation(
                                one.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                Pattern.compile(path.getKey().replaceAll("\\{[A-Za-z]+}", "[^/]+")),
                                one.getValue().path("responses")))));
        operations.sort(Comparator.comparingInt(Operation::parameters));
    }

    /** That of this repository. */
    static synchronized PublicDocument ours() {
        if (ours == null) {
            Path file = Repository.find().root().resolve("docs/openapi.json");
            try {
                ours = new PublicDocument(JSON.readTree(file.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ours;
    }

    /** @return empty: it says what was answered, or has nothing to do with it */
    List<String> untrue(String method, String path, int status, String contentType, String body) {
        String plain = plain(path);
        if (!plain.startsWith(API)) {
            return List.of();
        }
        String type = contentType.replaceFirst(";.*", "").strip();
        Optional<Operation> operation = operations.stream()
                .filter(one ->
                        one.method().equals(method) && one.path().matcher(plain).matches())
                .findFirst();
        String what = method + " " + operation.map(Operation::template).orElse(plain) + " answers " + status;
        if (operation.isEmpty()) {
            boolean known = method.equals("OPTIONS"); // what may be done there, HTTP itself answers
            return status >= 400
                    ? problem(what, type, body)
                    : known ? List.of() : List.of(what + ", and is not described");
        }
        JsonNode said = operation.get().responses().path(Integer.toString(status));
        if (said.isMissingNode()) {
            return OF_HTTP.contains(status) ? problem(what, type, body) : List.of(what + ", which is not described");
        }
        if (status >= 400) {
            return problem(what, type, body);
        }
        JsonNode response = resolved(said);
        if (body.isEmpty()) {
            return response.has("content") && !type.isEmpty() && !type.equals("text/event-stream")
                    ? List.of(what + " without a body")
                    : List.of();
        }
        JsonNode schema = response.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            return List.of(what + " with " + type + ", which is not described");
        }
        return type.equals("application/json") ? invalid(what, schema, body) : List.of();
    }

    /** As a server reads it (RFC 3986, section 6.2.2.2): one spelling, without a query and the slash at its end. */
    private static String plain(String path) {
        return ENCODED.matcher(path.replaceFirst("[?#].*", "").replaceFirst("(?<=.)/$", ""))
                .replaceAll(found -> {
                    String decoded = Character.toString(Integer.parseInt(found.group(1), 16));
                    return Matcher.quoteReplacement(UNRESERVED.matcher(decoded).matches() ? decoded : found.group());
                });
    }

    private List<String> problem(String what, String type, String body) {
        if (body.isEmpty()) {
            return List.of(); // to HEAD, or cut short
        }
        if (!type.equals(PROBLEM)) {
            return List.of(what + " with " + type + ", which is no problem of RFC 9457");
        }
        JsonNode schema = document.at("/components/schemas/Problem");
        List<String> wrong = new ArrayList<>(invalid(what, schema, body));
        String name = read(body).path("type").asText();
        if (!schema.path("x-problem-types").has(name)) {
            wrong.add(what + " with " + name + ", which is not among the problem types");
        }
        return wrong;
    }

    /** The values are left out: one may be a PIN. */
    private List<String> invalid(String what, JsonNode schema, String body) {
        return schemas.computeIfAbsent(schema.toString(), _ -> schema(schema)).validate(body, InputFormat.JSON).stream()
                .map(error -> what + ": " + error.getInstanceLocation() + " is not as " + error.getKeyword() + " of "
                        + error.getSchemaLocation() + " says"
                        + (error.getProperty() == null ? "" : " " + error.getProperty()))
                .toList();
    }

    /** The components lie beside it, so that its references lead somewhere. */
    private Schema schema(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.putArray("allOf").add(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }
}

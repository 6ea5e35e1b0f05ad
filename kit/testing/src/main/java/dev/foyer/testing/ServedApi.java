package dev.foyer.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foyer.base.Json;
import io.restassured.response.Response;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The OpenAPI document that the tested service serves, and whether it is sound, complete, kept as a file for others' tests,
 * and true of real answers. Each check answers with sentences, none when all is well.
 */
public final class ServedApi {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Set<String> OF_ALL = Set.of("400", "401", "403", "503", "default");
    private static final Path COPY = Path.of("src/main/resources/contracts/openapi.json");
    private static final String UPDATE = "openapi.update";

    private final String text;
    private final JsonNode document;

    private record Operation(String method, String path, JsonNode description) {
        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    private ServedApi(String text, JsonNode document) {
        this.text = text;
        this.document = document;
    }

    /** Asks {@code /q/openapi}. */
    public static ServedApi read() {
        return of(Management.get("/q/openapi?format=json").asString());
    }

    static ServedApi of(String text) {
        try {
            return new ServedApi(text, JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Swagger's parser says against it. */
    public List<String> unsound() {
        return new OpenAPIV3Parser().readContents(text).getMessages();
    }

    /**
     * What it does not say although a caller needs it, operation by operation.
     *
     * @param prefix of all paths: what instances say among themselves is no part of the API
     */
    public List<String> incomplete(String prefix) {
        List<Operation> operations = operations();
        List<String> missing = new ArrayList<>(operations.isEmpty() ? List.of("There is no operation.") : List.of());
        for (Operation operation : operations) {
            check(operation.path().startsWith(prefix), operation + " is not under " + prefix, missing);
            check(operation.description().has("operationId"), operation + " is described, but not served", missing);
            check(
                    operation.description().path("summary").asText().length() > 10,
                    operation + " has no summary: describe it in META-INF/openapi.yaml",
                    missing);
            check(!operation.description().path("tags").isEmpty(), operation + " has no tag", missing);
            checkAnswers(operation, missing);
            operation
                    .description()
                    .path("parameters")
                    .forEach(each -> check(
                            !resolved(each).path("in").asText().equals("header"),
                            operation + " takes a header, but who asks stands in the token",
                            missing));
        }
        return missing;
    }

    private void checkAnswers(Operation operation, List<String> missing) {
        JsonNode responses = operation.description().path("responses");
        List<String> statuses = new ArrayList<>();
        responses.properties().forEach(each -> {
            statuses.add(each.getKey());
            JsonNode response = resolved(each.getValue());
            check(
                    response.path("description").asText().length() > 5,
                    operation + " does not say what " + each.getKey() + " means",
                    missing);
            check(
                    each.getKey().startsWith("2") || response.path("content").has("application/problem+json"),
                    operation + " has no problem for " + each.getKey(),
                    missing);
        });
        check(
                statuses.containsAll(OF_ALL) && statuses.stream().anyMatch(status -> status.startsWith("2")),
                operation + " answers only " + statuses,
                missing);
    }

    private static void check(boolean holds, String otherwise, List<String> missing) {
        if (!holds) {
            missing.add(otherwise);
        }
    }

    /**
     * Whether {@code contracts/openapi.json}, which the tests of callers read, is what is served. With
     * {@code -Dopenapi.update} it is written instead.
     */
    public List<String> staleCopy() throws IOException {
        if (System.getProperty(UPDATE) != null) {
            Files.writeString(COPY, text.stripTrailing() + "\n");
        }
        return Files.exists(COPY) && document.equals(JSON.readTree(COPY.toFile()))
                ? List.of()
                : List.of(COPY + " is not what is served: run this test with -D" + UPDATE
                        + " to write it, and see in the difference whether callers can live with it.");
    }

    /**
     * What the document does not say of this answer, or says otherwise.
     *
     * @param method in lower case
     * @param path as in the document
     */
    public List<String> untrue(String method, String path, int status, Response answer) {
        if (answer.statusCode() != status) {
            return List.of(method + " " + path + " answers " + answer.statusCode() + ": " + answer.asString());
        }
        JsonNode responses = document.path("paths").path(path).path(method).path("responses");
        JsonNode response = resolved(responses.path(Integer.toString(status)));
        if (response.isMissingNode()) {
            return List.of(method + " " + path + " answers " + status + ", which is not described");
        }
        String body = answer.asString();
        if (body.isEmpty()) {
            return response.has("content") ? List.of(method + " " + path + ": an empty " + status) : List.of();
        }
        String type = answer.contentType().replaceFirst(";.*", "");
        JsonNode schema = response.path("content").path(type).path("schema");
        return schema.isMissingNode()
                ? List.of(method + " " + path + " answers " + status + " with undescribed " + type)
                : validated(schema, body);
    }

    /** The components lie beside the schema, so that its references lead somewhere. */
    private List<String> validated(JsonNode schema, String body) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.putArray("allOf").add(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(body, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> METHODS.contains(each.getKey()))
                        .forEach(each -> all.add(new Operation(each.getKey(), path.getKey(), each.getValue()))));
        return all;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}

package dev.foyer.pin.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foyer.base.Json;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The OpenAPI document as the service serves it. */
final class ServedApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final String text;
    private final JsonNode document;

    /** @param path as in the document, {@code method} in lower case */
    record Operation(String method, String path, JsonNode description) {
        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    private ServedApi(String text, JsonNode document) {
        this.text = text;
        this.document = document;
    }

    static ServedApi read() throws IOException {
        String text = given().get("/q/openapi?format=json").asString();
        return new ServedApi(text, Json.mapper().build().readTree(text));
    }

    String text() {
        return text;
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> METHODS.contains(each.getKey()))
                        .forEach(each -> all.add(new Operation(each.getKey(), path.getKey(), each.getValue()))));
        return all;
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** What the document does not say of this answer, or says otherwise; empty when nothing. */
    List<String> problems(String method, String path, Response answer) {
        JsonNode responses = document.path("paths").path(path).path(method).path("responses");
        JsonNode response = resolved(responses.path(Integer.toString(answer.statusCode())));
        if (response.isMissingNode()) {
            return List.of(method + " " + path + " answers " + answer.statusCode() + ", which is not described");
        }
        String body = answer.asString();
        if (body.isEmpty()) {
            return response.has("content") ? List.of("An empty " + answer.statusCode()) : List.of();
        }
        String type = answer.contentType().replaceFirst(";.*", "");
        JsonNode schema = response.path("content").path(type).path("schema");
        return schema.isMissingNode()
                ? List.of(method + " " + path + " answers " + answer.statusCode() + " with undescribed " + type)
                : validated(schema, body);
    }

    /** The components lie beside the schema, so that its references lead somewhere. */
    private List<String> validated(JsonNode schema, String body) {
        ObjectNode whole = Json.mapper().build().createObjectNode();
        whole.set("components", document.path("components"));
        whole.putArray("allOf").add(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(body, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }
}

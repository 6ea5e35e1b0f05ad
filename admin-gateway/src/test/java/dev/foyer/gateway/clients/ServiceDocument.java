package dev.foyer.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The OpenAPI document that a service publishes, with its references followed. */
final class ServiceDocument {

    /** @param in {@code path}, {@code query} or {@code header} */
    record Parameter(String in, String name, boolean required) {}

    private final JsonNode document;

    private ServiceDocument(JsonNode document) {
        this.document = document;
    }

    /** @param service {@code pin}, ...; another folder than beside us is said by {@code -Dcontracts.pin=...} */
    static ServiceDocument of(String service) {
        Path file = Path.of(System.getProperty(
                        "contracts." + service, "../" + service + "-service/src/main/resources/contracts"))
                .resolve("openapi.json");
        assertTrue(
                Files.isRegularFile(file),
                "The API of " + service + "-service is not described in "
                        + file.toAbsolutePath().normalize() + "; say where with -Dcontracts." + service);
        try {
            return new ServiceDocument(Json.mapper().build().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the one token that every operation wants; empty when there is none. */
    String tokenFormat() {
        List<String> wanted = new ArrayList<>();
        document.path("security").forEach(each -> each.fieldNames().forEachRemaining(wanted::add));
        return wanted.size() == 1
                ? document.at("/components/securitySchemes/" + wanted.getFirst() + "/bearerFormat")
                        .asText()
                : "";
    }

    /** Missing when there is no such operation. @param method in lower case */
    JsonNode operation(String method, String path) {
        return document.path("paths").path(path).path(method);
    }

    /** Of the operation and of its path. */
    List<Parameter> parameters(String method, String path) {
        List<Parameter> all = new ArrayList<>();
        for (JsonNode owner : List.of(document.path("paths").path(path), operation(method, path))) {
            owner.path("parameters").forEach(given -> {
                JsonNode one = resolved(given);
                all.add(new Parameter(
                        one.path("in").asText(),
                        one.path("name").asText(),
                        one.path("required").asBoolean()));
            });
        }
        return all;
    }

    /** Of the request's JSON body; missing when there is none. */
    JsonNode requestSchema(JsonNode operation) {
        return schema(resolved(operation.path("requestBody")), "application/json");
    }

    /** Of each success, by its status; missing for one without a JSON body. */
    Map<String, JsonNode> successSchemas(JsonNode operation, String mediaType) {
        Map<String, JsonNode> all = new HashMap<>();
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> all.put(response.getKey(), schema(resolved(response.getValue()), mediaType)));
        return all;
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private JsonNode schema(JsonNode bodied, String mediaType) {
        return resolved(bodied.path("content").path(mediaType).path("schema"));
    }
}

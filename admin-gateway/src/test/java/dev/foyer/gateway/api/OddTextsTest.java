package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that is none is refused at every door of the API before anybody is asked; one in another form goes on in its one form. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class OddTextsTest {

    private static final String HALF = "s1\\ud83d";

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;

    @BeforeEach
    void listen() throws IOException {
        Api.amosIsThere(index);
        service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .alwaysAnswers(new Answer(201, "application/json", ""))
                .onceReachedBy(() -> as("admin").get("/api/v1/settings"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    /** All texts of all bodies there are, by the document. */
    @Test
    @Tag("case-R3")
    void halfOfACharacterIsRefusedInEveryText() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        List<String> doors = new ArrayList<>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                JsonNode body = resolved(
                        document,
                        operation
                                .getValue()
                                .path("requestBody")
                                .path("content")
                                .path("application/json")
                                .path("schema"));
                for (var field : body.path("properties").properties()) {
                    String value = json(document, field.getValue());
                    if (value != null) {
                        refused(
                                operation.getKey().toUpperCase(),
                                path.getKey(),
                                "{\"" + field.getKey() + "\": " + value + "}");
                        doors.add(path.getKey() + " " + field.getKey());
                    }
                }
            }
        }
        assertTrue(doors.size() > 25, doors.toString());
        assertEquals(List.of(), service.asked());
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** @return {@code null} when no text is in it */
    private static String json(JsonNode document, JsonNode schema) {
        JsonNode is = resolved(document, schema);
        if (is.path("type").toString().contains("string")) {
            return "\"" + HALF + "\"";
        }
        if (is.path("type").toString().contains("array")) {
            String item = json(document, is.path("items"));
            return item == null ? null : "[" + item + "]";
        }
        for (var field : is.path("properties").properties()) {
            String value = json(document, field.getValue());
            if (value != null) {
                return "{\"" + field.getKey() + "\": " + value + "}";
            }
        }
        return null;
    }

    private static void refused(String method, String template, String body) {
        String path = template.replaceAll("\\{user(Id)?}", "u-17").replaceAll("\\{[^}]+}", "1");
        String account = path.contains("/bridge/")
                ? "bridge"
                : path.contains("/participants") ? "app" : path.contains("/tenants") ? "operator" : "admin";
        int status = as(account)
                .contentType("application/json")
                .body(body)
                .request(method, path)
                .statusCode();
        assertTrue(
                status == 400 || status == 501 && account.equals("operator"),
                method + " " + path + " " + body + " " + status);
    }

    @ParameterizedTest
    @Tag("case-R10")
    @Tag("case-R11")
    @Tag("case-R7")
    @CsvSource(
            delimiter = '|',
            value = {
                "userPrincipalName | \"a\\r\\nb@contoso.com\"",
                "userPrincipalName | \"a\\u200bb@contoso.com\"",
                "userPrincipalName | \"..\"",
                "displayName | \"\\u200b\"",
                "displayName | \"Amos\\u202Enimda\"",
                "displayName | \"Amos\\u2028Marble\"",
                "primarySmtpAddress | \"\\\"a b\\\"@contoso.com\"",
                "preferredLanguage | \"italian\"",
                "phoneNumbers | [\"many\"]"
            })
    void aProfileThatIsNone(String field, String value) {
        put(field, value).body("detail", containsString(field));
        assertEquals(List.of(), service.asked());
    }

    private static ValidatableResponse put(String field, String value) {
        String body = "{\"userPrincipalName\": \"odd@contoso.com\", \"displayName\": \"Odd\", \"" + field + "\": "
                + value + "}";
        String once = field.equals("userPrincipalName")
                ? body.replaceFirst("\"userPrincipalName\": \"odd@contoso.com\", ", "")
                : body;
        String json = field.equals("displayName") ? once.replaceFirst("\"displayName\": \"Odd\", ", "") : once;
        return as("admin")
                .contentType("application/json")
                .body(json)
                .put("/api/v1/users/odd-1")
                .then()
                .statusCode(400);
    }

    @Test
    @Tag("case-R8")
    void anExtensionIsSaidNotToBeOne() {
        problem(put("phoneNumbers", "[\"tel:+39-02-1234-5678;ext=12\"]"), 400, "phone-number-invalid");
        for (String field : List.of("serviceNumber", "tollFreeServiceNumber")) {
            problem(
                    as("admin")
                            .contentType("application/json")
                            .body(Map.of(field, "tel:+39-02-1234-5678;ext=12"))
                            .post("/api/v1/users/u-17/conferencing")
                            .then()
                            .body("detail", containsString("extension")),
                    400,
                    "phone-number-invalid");
        }
    }

    @Test
    @Tag("case-R7")
    @Tag("case-R10")
    void whatHasOtherFormsGoesOnInItsOne() {
        int status = as("admin")
                .contentType("application/json")
                .body("""
                        {"userPrincipalName": "jose\\u0301@contoso.com", "displayName": " Jose\\u0301 ", "preferredLanguage": "it_IT",
                         "primarySmtpAddress": "", "phoneNumbers": ["tel:+39 02 1234-5678"]}""")
                .put("/api/v1/users/odd-2")
                .statusCode();
        assertEquals(201, status);
        String asked = service.asked().getLast().body();
        for (String form : List.of("\"josé@contoso.com\"", "\"José\"", "\"it-IT\"", "\"+390212345678\"")) {
            assertTrue(asked.contains(form), asked);
        }
        assertTrue(!asked.contains("primarySmtpAddress"), asked);
    }

    @ParameterizedTest
    @Tag("case-R15")
    @Tag("case-R6")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"callId\": \"c\", \"conferenceId\": \"4711007\", \"from\": \"+39\\r\\nX: y\"}",
                "{\"callId\": \".\", \"conferenceId\": \"4711007\"}",
                "{\"callId\": \"a b\", \"conferenceId\": \"4711007\"}",
                "{\"callId\": \"a\\u202eb\", \"conferenceId\": \"4711007\"}"
            })
    void aCallThatIsNone(String body) {
        problem(
                as("bridge")
                        .contentType("application/json")
                        .body(body)
                        .post("/api/v1/bridge/calls")
                        .then(),
                400,
                "invalid-request");
    }

    @Test
    @Tag("case-R5")
    void aParameterOfAPathIsNoPartOfAnId() {
        problem(
                as("bridge")
                        .urlEncodingEnabled(false)
                        .delete("/api/v1/bridge/calls/q;1")
                        .then(),
                400,
                "address-not-normal");
        problem(
                as("bridge")
                        .urlEncodingEnabled(false)
                        .delete("/api/v1/bridge/calls/q%3B1")
                        .then(),
                404,
                "call-not-found");
    }
}

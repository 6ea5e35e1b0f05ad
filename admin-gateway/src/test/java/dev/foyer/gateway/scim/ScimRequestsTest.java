package dev.foyer.gateway.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.StandIn.Asked;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What Entra ID and Okta send, in our own words ({@code scim/requests.json}), and which commands it is here; pin-service is a stand-in that keeps what it was
 * asked.
 */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G4")
class ScimRequestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;
    private ScimDirectory directory;

    @BeforeEach
    void listen() throws IOException {
        service = new StandIn(pinService.getPort()).at("pin.events-0@-1").alwaysAnswers(Answer.json(200, "{}"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(index::isCaughtUp);
        directory = new ScimDirectory(index);
        // Another test has found nobody there: whoever asks is told so for a moment.
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> directory
                                .asked()
                                .body("{\"userName\":\"mira@contoso.com\",\"displayName\":\"Warm\"}")
                                .put("/scim/v2/Users/u-mira")
                                .statusCode()
                        == 200);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void eachIsTheCommandsThatItMeans() throws IOException {
        JsonNode all = JSON.readTree(getClass().getResourceAsStream("/scim/requests.json"));
        assertTrue(all.size() > 25);
        StringBuilder wrong = new StringBuilder();
        for (JsonNode one : all) {
            try {
                check(one);
            } catch (AssertionError e) {
                wrong.append(one.path("name").asText())
                        .append(": ")
                        .append(e.getMessage())
                        .append('\n');
            }
        }
        assertEquals("", wrong.toString());
    }

    private void check(JsonNode request) {
        int before = commands().size();
        RequestSpecification asked = directory.asked();
        JsonNode body = request.get("body");
        if (body != null) {
            asked.body(body.isTextual() ? body.textValue() : body.toString());
        }
        Response response = asked.request(
                request.path("method").asText(),
                "/scim/v2/" + request.path("path").asText());
        String told = response.asString();
        assertEquals(request.path("status").asInt(), response.statusCode(), told);
        if (response.statusCode() >= 400) {
            assertEquals(ScimDirectory.SCIM, response.contentType().replaceAll(";.*", ""));
            assertEquals("urn:ietf:params:scim:api:messages:2.0:Error", response.path("schemas[0]"));
            assertEquals(
                    Integer.toString(response.statusCode()),
                    response.path("status").toString());
            assertTrue(response.path("detail") != null, told);
        }
        request.path("says")
                .fields()
                .forEachRemaining(said -> assertEquals(said.getValue().asText(), response.path(said.getKey()), told));
        List<Asked> now = commands();
        JsonNode wanted = request.path("asks");
        assertEquals(
                wanted.size(),
                now.size() - before,
                () -> now.subList(before, now.size()).toString());
        for (int i = 0; i < wanted.size(); i++) {
            Asked command = now.get(before + i);
            assertEquals(wanted.get(i).path("call").asText(), command.call());
            assertEquals("directory", command.token().path("role").asText());
            assertEquals(
                    command.token().path("correlation").asText(),
                    command.token().path("reason").asText(),
                    "G3: its request is the reason");
            assertEquals("contoso.com", command.token().path("tenant").asText());
            if (wanted.get(i).has("body")) {
                says(wanted.get(i).get("body"), read(command.body()), command.body());
            }
        }
    }

    /** What is used of a token is noted beside the requests. */
    private List<Asked> commands() {
        return service.asked().stream()
                .filter(asked -> !asked.call().endsWith("/used"))
                .toList();
    }

    /** All that is wanted is said; lists of fields in any order, other lists in theirs. */
    private static void says(JsonNode wanted, JsonNode said, String whole) {
        wanted.fields().forEachRemaining(field -> {
            JsonNode there = said.path(field.getKey());
            if (field.getValue().isObject() && !field.getKey().equals("phoneTypes")) {
                says(field.getValue(), there, whole);
            } else if (field.getKey().equals("fields")) {
                assertEquals(sorted(field.getValue()), sorted(there), whole);
            } else {
                assertEquals(field.getValue(), there, whole);
            }
        });
    }

    private static List<String> sorted(JsonNode list) {
        List<String> all = new java.util.ArrayList<>();
        list.forEach(one -> all.add(one.asText()));
        return all.stream().sorted().toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + json, e);
        }
    }
}

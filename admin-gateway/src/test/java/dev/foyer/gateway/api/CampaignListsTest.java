package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.StandIn.Asked;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many users as a campaign may have fit into one request, from the socket to pin-service, which gets them in parts. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class CampaignListsTest {

    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final int MOST = 10_000;
    private static final int PARTS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

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
                .alwaysAnswers(Answer.json(200, "{\"users\": 1}"));
        begins(() -> begin(List.of("u-17")));
    }

    /** On a busy machine a part may take longer than tests wait for one; who sends the list again sends all of it. */
    private static void begins(Supplier<ValidatableResponse> sent) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> sent.get().extract().statusCode() == 201);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private static List<String> users(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "somebody.with-a-name.%05d@contoso.com".formatted(i))
                .toList();
    }

    private static ValidatableResponse begin(List<String> users) {
        return as("admin")
                .contentType("application/json")
                .body(Map.of("action", "RESET_PIN", "users", users))
                .post(CAMPAIGNS)
                .then();
    }

    private static ValidatableResponse beginByCsv(List<String> users) {
        return as("admin")
                .contentType("text/csv")
                .queryParam("action", "RESET_PIN")
                .body("displayName;userPrincipalName\r\n\"Somebody; of whom we have many\";"
                        + String.join("\r\n\"Somebody; of whom we have many\";", users))
                .post(CAMPAIGNS)
                .then();
    }

    private void allHaveArrived(List<String> users) throws IOException {
        List<String> arrived = new ArrayList<>();
        List<Asked> asked = service.asked();
        List<Asked> parts = asked.subList(asked.size() - PARTS, asked.size());
        for (Asked part : parts) {
            JsonNode body = JSON.readTree(part.body());
            assertEquals(users.size(), body.path("count").asInt());
            assertEquals(arrived.size(), body.path("from").asInt());
            body.path("users").forEach(user -> arrived.add(user.asText()));
        }
        assertEquals(users, arrived);
    }

    @Test
    void tenThousandInAList() throws IOException {
        begins(() -> begin(users(MOST)));
        allHaveArrived(users(MOST));
    }

    @Test
    void tenThousandInAFile() throws IOException {
        begins(() -> beginByCsv(users(MOST)));
        allHaveArrived(users(MOST));
    }

    @Test
    void andNotOneMore() {
        int before = service.asked().size();
        problem(begin(users(MOST + 1)), 400, "campaign-too-large");
        problem(beginByCsv(users(MOST + 1)), 400, "campaign-too-large");
        assertEquals(before, service.asked().size());
    }
}

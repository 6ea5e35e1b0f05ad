package dev.foyer.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.setup.IndexRunner;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a change of somebody's conferencing is said here already, or handed to pin-service. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class ConferencingProblemsTest {

    private static boolean told;

    @Inject
    IndexRunner index;

    @BeforeEach
    void amosIsThere() {
        if (told) {
            return;
        }
        told = true;
        Awaitility.await().until(() -> index.index().isCaughtUp());
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var position = events.provisioned("contoso.com", "u-17", "amos.marble@contoso.com", "Amos Marble");
            index.index().passed(List.of(position), Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "\"x\"", "7"})
    void patchesThatAreNone(String body) {
        problem(
                as("admin")
                        .contentType("application/merge-patch+json")
                        .body(body)
                        .patch("/api/v1/users/u-17/conferencing")
                        .then(),
                400,
                "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"conferenceId\": 8150042}", "{\"id\": \"8150042\"}"})
    void conferenceIdsThatCannotBeRead(String body) {
        problem(
                as("admin")
                        .contentType("application/json")
                        .body(body)
                        .put("/api/v1/users/u-17/conference-id")
                        .then(),
                400,
                "malformed-json");
    }

    @Test
    void ofNobody() {
        problem(as("admin").post("/api/v1/users/nobody/conference-id/reset").then(), 404, "user-not-found");
        problem(
                as("admin")
                        .contentType("application/json")
                        .body("{}")
                        .patch("/api/v1/users/nobody/conferencing")
                        .then(),
                404,
                "user-not-found");
    }

    private static RequestSpecification as(String account) {
        return given().auth().preemptive().basic(account, Gateway.PASSWORD);
    }

    private static void problem(ValidatableResponse response, int status, String name) {
        response.statusCode(status).contentType("application/problem+json").body("type", equalTo("/problems/" + name));
    }
}

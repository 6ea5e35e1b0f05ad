package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;

import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.WithAmos;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a change of somebody's conferencing is said here already, or handed to pin-service. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class ConferencingProblemsTest extends WithAmos {

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
}

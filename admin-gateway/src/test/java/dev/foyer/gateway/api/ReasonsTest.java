package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who resets, locks, disables says why where the tenant wants it; it goes along with the command and stands in the audit. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G3")
class ReasonsTest {

    private static final String LOCK = Api.USERS + "/u-17/pin/lock";
    private static final String RESET = Api.USERS + "/u-17/pin/reset";
    private static final Answer DONE = Answer.json(204, "");

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;

    @BeforeEach
    void listen() throws IOException {
        Api.amosIsThere(index);
        service = new StandIn(pinService.getPort()).at("pin.events-0@-1").alwaysAnswers(DONE);
    }

    @AfterEach
    void close() {
        settings("OFF", null);
        service.close();
    }

    @Test
    void whereReasonsAreOffNobodyIsAskedAndWhatIsSaidIsKept() {
        settings("OFF", null);
        as("admin").post(LOCK).then().statusCode(204);
        assertTrue(service.asked().getLast().token().path("reason").isMissingNode());
        as("admin").header("X-Reason", " left the company ").post(LOCK).then().statusCode(204);
        assertEquals(
                "left the company",
                service.asked().getLast().token().path("reason").asText());
    }

    @Test
    void whereTheyAreRequiredNothingIsDoneWithoutOne() {
        settings("REQUIRED", "INC[0-9]{7}");
        int before = service.asked().size();
        problem(
                as("admin")
                        .post(LOCK)
                        .then()
                        .body("detail", containsString("X-Reason"))
                        .body("detail", containsString("INC[0-9]{7}")),
                400,
                "reason-required");
        problem(as("admin").header("X-Reason", "because").post(LOCK).then(), 400, "reason-mismatch");
        problem(as("admin").post(Api.USERS + "/u-17/pin/unlock").then(), 400, "reason-required");
        problem(as("admin").delete(Api.USERS + "/u-17/conferencing").then(), 400, "reason-required");
        problem(as("admin").delete(Api.USERS + "/u-17").then(), 400, "reason-required");
        problem(
                as("admin")
                        .contentType("application/json")
                        .body("{}")
                        .post(RESET)
                        .then(),
                400,
                "reason-required");
        assertEquals(before, service.asked().size());
        as("admin")
                .header("X-Reason", "INC0012345 lost phone")
                .post(LOCK)
                .then()
                .statusCode(204);
        assertEquals(
                "INC0012345 lost phone",
                service.asked().getLast().token().path("reason").asText());
        as("admin")
                .contentType("application/json")
                .body(Map.of("reason", "INC0012346"))
                .post(RESET);
        assertEquals(
                "INC0012346", service.asked().getLast().token().path("reason").asText());
        problem(
                as("admin")
                        .header("X-Reason", "INC0012345")
                        .contentType("application/json")
                        .body(Map.of("reason", "INC0012346"))
                        .post(RESET)
                        .then(),
                400,
                "reason-twice");
        as("admin@fabrikam").get("/api/v1/me").then().statusCode(200);
    }

    @Test
    @Tag("A4")
    void aPinIsNoReason() {
        settings("OPTIONAL", null);
        int before = service.asked().size();
        problem(as("admin").header("X-Reason", "told him 48213").post(LOCK).then(), 400, "reason-like-a-pin");
        problem(
                as("admin")
                        .contentType("application/json")
                        .body(Map.of("reason", "48213"))
                        .post(RESET)
                        .then(),
                400,
                "reason-like-a-pin");
        assertEquals(before, service.asked().size());
        as("admin").post(LOCK).then().statusCode(204);
    }

    @Test
    void itStandsInTheAudit() {
        CommandMeta meta = new CommandMeta("reason-1", "reason-1", new Actor("admin", "conferencing-admin", null))
                .because("INC0012345 lost phone");
        Instant at = Instant.now();
        Map<String, Object> data = Map.of("tenant", "contoso.com", "userId", "u-reasons", "at", at.toString());
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var position = events.send(new CloudEventWriter("test")
                    .write(
                            new PublicRecord(
                                    "pin.events",
                                    "contoso.com/u-reasons",
                                    "foyer.pin.UserDisabled.v1",
                                    "contoso.com/u-reasons",
                                    "contoso.com",
                                    data),
                            meta,
                            0,
                            1_000_000,
                            at,
                            at));
            assertTrue(index.passed(List.of(position), Duration.ofSeconds(10)));
        }
        as("auditor").get("/api/v1/audit").then().body("items.reason", hasItem("INC0012345 lost phone"));
        as("auditor").accept("text/csv").get("/api/v1/audit").then().body(containsString("INC0012345 lost phone"));
    }

    private void settings(String reasons, String pattern) {
        Map<String, Object> settings =
                pattern == null ? Map.of("reasons", reasons) : Map.of("reasons", reasons, "reasonPattern", pattern);
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var position = events.send(
                    "tenant.settings",
                    "foyer.pin.TenantSettingsChanged.v1",
                    Map.of("tenant", "contoso.com", "settings", settings));
            assertTrue(index.passed(List.of(position), Duration.ofSeconds(10)));
        }
    }
}

package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
        service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .alwaysAnswers(DONE)
                .onceReachedBy(() -> as("admin").post(LOCK));
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

    /** Of bulk work, and not of its preview. */
    @Test
    @Tag("F")
    void aCampaignSaysWhyForAllOfItsUsers() {
        settings("REQUIRED", null);
        Map<String, Object> campaign = Map.of("action", "RESET_PIN", "users", List.of("u-17"));
        problem(campaign(campaign), 400, "reason-required");
        assertEquals(List.of(), service.asked());
        service.answers(Answer.json(200, "{\"results\":[]}"));
        Map<String, Object> preview = new HashMap<>(campaign);
        preview.put("dryRun", true);
        campaign(preview).statusCode(200);
        service.answers(Answer.json(200, "{\"users\":1}"), Answer.json(200, "{\"users\":1}"));
        Map<String, Object> said = new HashMap<>(campaign);
        said.put("reason", "CHG-17: longer PINs");
        campaign(said).statusCode(201);
        assertEquals("CHG-17: longer PINs", lastReason());
        as("admin")
                .header("X-Reason", "CHG-18")
                .contentType("text/csv")
                .body("user\nu-17\n")
                .post("/api/v1/campaigns?action=ENABLE")
                .then()
                .statusCode(201);
        assertEquals("CHG-18", lastReason());
    }

    @Test
    @Tag("A5")
    void aPinIsNotRevealedWithoutOne() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var held = events.mail(
                    "foyer.notification.NotificationHeld.v1", "u-17", "n-reasons", "reason", "AUTOMATIC_MAIL_OFF");
            assertTrue(index.passed(List.of(held), Duration.ofSeconds(10)));
        }
        settings("REQUIRED", null);
        problem(as("admin").post("/api/v1/notifications/n-reasons/reveal").then(), 400, "reason-required");
    }

    /** What is replayed or discarded; who only looks what would be is not asked. */
    @Test
    @Tag("F")
    void deadLettersAreSettledWithOne() {
        settings("REQUIRED", null);
        String all = "/api/v1/dead-letters/replay";
        Map<String, String> none = Map.of("reason", "nobody was ever refused for this");
        problem(replay(all, Map.of("dryRun", false, "filter", none)), 400, "reason-required");
        replay(all, Map.of("dryRun", true, "filter", none)).statusCode(200);
        replay(all, Map.of("dryRun", false, "filter", none, "reason", "they are there now"))
                .statusCode(200);
    }

    /** Servers take each byte of a header for a character. */
    @Test
    void aHeaderIsReadAsItWasTyped() {
        assertEquals("für Zoë", Reasons.read(new String("für Zoë".getBytes(UTF_8), ISO_8859_1)));
        assertEquals("für Zoë", Reasons.read("für Zoë"));
        assertEquals("за", Reasons.read("за"));
        assertNull(Reasons.read(null));
        assertEquals("perché + 100% è", Reasons.read("UTF-8''perch%C3%A9%20+%20100%25%20%C3%A8"));
        assertEquals("perché", Reasons.read("utf-8'it'perch%C3%A9"));
        assertEquals("UTF-8 perch%C3%A9", Reasons.read("UTF-8 perch%C3%A9"));
    }

    /** Clients that write only ASCII into headers (Java, .NET, browsers) say all the same what they mean. */
    @Test
    void aHeaderInAsciiSaysEveryWord() {
        settings("REQUIRED", null);
        as("admin").header("X-Reason", "UTF-8''perch%C3%A9").post(LOCK).then().statusCode(204);
        assertEquals("perché", lastReason());
        int before = service.asked().size();
        for (String broken : List.of("perch%C3", "perch%", "perch%ZZ", "perch%E9")) {
            problem(
                    as("admin")
                            .header("X-Reason", "UTF-8''" + broken)
                            .post(LOCK)
                            .then(),
                    400,
                    "invalid-request");
        }
        problem(as("admin").header("X-Reason", "UTF-8''").post(LOCK).then(), 400, "reason-required");
        problem(as("admin").header("X-Reason", "UTF-8''a%0Ab").post(LOCK).then(), 400, "invalid-request");
        problem(as("admin").header("X-Reason", "UTF-8''%34%38213").post(LOCK).then(), 400, "reason-like-a-pin");
        assertEquals(before, service.asked().size());
    }

    private static ValidatableResponse campaign(Map<String, Object> body) {
        return as("admin")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/campaigns")
                .then();
    }

    private static ValidatableResponse replay(String path, Map<String, Object> body) {
        return as("admin").contentType("application/json").body(body).post(path).then();
    }

    private String lastReason() {
        return service.asked().getLast().token().path("reason").asText();
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
            events.provisioned("contoso.com", "u-reasons", "reasons@contoso.com", "Rea Sons");
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
        for (String type : List.of("text/csv", "application/x-ndjson")) {
            as("auditor").accept(type).get("/api/v1/audit").then().body(containsString("INC0012345 lost phone"));
        }
        as("auditor")
                .get(Api.USERS + "/u-reasons/history")
                .then()
                .body("items.reason", hasItem("INC0012345 lost phone"));
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

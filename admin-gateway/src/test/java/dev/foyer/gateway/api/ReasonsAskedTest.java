package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.Position;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Patience;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation that a tenant may want a reason for, by its route: without one nothing is asked of any service, with one it goes along. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G3")
class ReasonsAskedTest {

    private static final String LETTER = "fedcba9876543210fedcba9876543210";
    private static final Map<String, Operation> OPERATIONS = Map.of(
            "reset-pin", new Operation("POST", "/users/u-17/pin/reset", "{}"),
            "reveal-pin", new Operation("POST", "/notifications/n-asked/reveal", null),
            "lock-pin", new Operation("POST", "/users/u-17/pin/lock", null),
            "unlock-pin", new Operation("POST", "/users/u-17/pin/unlock", null),
            "disable", new Operation("DELETE", "/users/u-asked/conferencing", null),
            "remove-user", new Operation("DELETE", "/users/u-asked", null),
            "replay-dead-letter", new Operation("POST", "/dead-letters/" + LETTER + "/replay", "{}"),
            "replay-dead-letters",
                    new Operation(
                            "POST",
                            "/dead-letters/replay",
                            "{\"filter\": {\"reason\": \"Asked why\"}, \"dryRun\": false}"),
            "discard-dead-letter", new Operation("POST", "/dead-letters/" + LETTER + "/discard", "{}"),
            "campaign", new Operation("POST", "/campaigns", "{\"action\": \"ENABLE\", \"users\": [\"u-17\"]}"));

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI services;

    private StandIn service;

    /** @param body {@code null}: none */
    private record Operation(String method, String path, String body) {

        Response asked(String reason) {
            RequestSpecification request = as("admin");
            if (body != null) {
                request.contentType("application/json").body(body);
            }
            if (reason != null) {
                request.header("X-Reason", reason);
            }
            return request.request(method, "/api/v1" + path);
        }

        Response askedWithoutHeader(String reason) {
            String said = "{\"reason\": \"" + reason + "\"";
            String others = body == null ? "" : body.substring(1, body.length() - 1);
            return as("admin")
                    .contentType("application/json")
                    .body(said + (others.isBlank() ? "" : ", " + others) + "}")
                    .request(method, "/api/v1" + path);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        Api.amosIsThere(index);
        service = new StandIn(services.getPort()).at("pin.events-0@-1").alwaysAnswers(Answer.json(204, ""));
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            Position mail = events.mail(
                    "foyer.notification.NotificationHeld.v1", "u-17", "n-asked", "reason", "AUTOMATIC_MAIL_OFF");
            events.provisioned("contoso.com", "u-asked", "asked@contoso.com", "Asked Why");
            Position user = events.enabled("contoso.com", "u-asked", "4733001", "n-asked-2");
            Position letter = events.buried(LETTER, "in.contoso.com.directory", "WHOLE", "{}", "Asked why");
            shown(List.of(mail, user, letter));
        }
    }

    @AfterEach
    void close() {
        settings("OFF", null);
        service.close();
    }

    static List<String> operations() {
        return OPERATIONS.keySet().stream().sorted().toList();
    }

    @Test
    void eachIsTriedHere() {
        assertEquals(Reasons.ASKED, OPERATIONS.keySet());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nothingIsDoneWithoutOneAndItGoesAlong(String name) {
        Operation operation = OPERATIONS.get(name);
        settings("REQUIRED", "CHG-[0-9]+");
        problem(operation.asked(null).then(), 400, "reason-required");
        problem(operation.asked("because").then(), 400, "reason-mismatch");
        assertEquals(List.of(), service.asked());
        goesAlong(() -> operation.asked("CHG-17"), "CHG-17");
    }

    /** What may be left out may not be just anything. */
    @ParameterizedTest
    @MethodSource("operations")
    void whoMayLeaveItOutSaysNothingElseEither(String name) {
        Operation operation = OPERATIONS.get(name);
        settings("OPTIONAL", "CHG-[0-9]+");
        problem(operation.asked("because").then(), 400, "reason-mismatch");
        assertEquals(List.of(), service.asked());
        goesAlong(() -> operation.asked("CHG-18"), "CHG-18");
    }

    /** Also of what takes no other body: whoever cannot set a header. */
    @ParameterizedTest
    @MethodSource("operations")
    @Tag("case-R8")
    void itMayStandInTheBody(String name) {
        Operation operation = OPERATIONS.get(name);
        settings("REQUIRED", "CHG-[0-9]+");
        problem(operation.askedWithoutHeader("because").then(), 400, "reason-mismatch");
        assertEquals(List.of(), service.asked());
        goesAlong(() -> operation.askedWithoutHeader("CHG-19"), "CHG-19");
    }

    /** Not every discarding needs a body: the header says why. */
    @Test
    void aHeaderIsEnoughToDiscard() {
        goesAlong(
                () -> as("admin").header("X-Reason", "of a test").post("/api/v1/dead-letters/" + LETTER + "/discard"),
                "of a test");
        problem(as("admin").post("/api/v1/dead-letters/" + LETTER + "/discard").then(), 400, "field-missing");
    }

    /** Another test may have found nobody there: the gateway asks again after a moment. */
    private void goesAlong(Runnable asking, String reason) {
        Patience.await().until(() -> {
            asking.run();
            return !service.asked().isEmpty();
        });
        assertEquals(reason, service.asked().getLast().token().path("reason").asText());
    }

    private void settings(String reasons, String pattern) {
        Map<String, Object> settings = new HashMap<>(Map.of("reasons", reasons));
        if (pattern != null) {
            settings.put("reasonPattern", pattern);
        }
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            shown(List.of(events.send(
                    "tenant.settings",
                    "foyer.pin.TenantSettingsChanged.v1",
                    Map.of("tenant", "contoso.com", "settings", settings))));
        }
    }

    private void shown(List<Position> positions) {
        assertEquals(true, index.passed(positions, Duration.ofSeconds(10)));
    }
}

package dev.foyer.pin.api;

import static dev.foyer.pin.api.Gateway.newCommand;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.pin.SealedPin;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The internal API on a real broker: what the gateway gets, and what lies in the topics afterwards. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
class PinApiTest {

    private final Gateway gateway = Gateway.ofNewTenant();

    @BeforeEach
    void untilReady() {
        Gateway.untilReady();
    }

    @Test
    @Tag("C1")
    @Tag("A1")
    void enablingGivesPinAndConferenceIdOnceAndChangesNothingTheSecondTime() {
        gateway.provision("amos");
        gateway.enable("amos")
                .statusCode(201)
                .body("pin", matchesPattern("\\d{5}"))
                .body("conferenceId", matchesPattern("[1-9]\\d{6}"))
                .header("Foyer-Positions", containsString("pin.events-"));
        gateway.enable("amos").statusCode(200).body("pin", nullValue());
    }

    @Test
    @Tag("A6")
    void sealedPinIsOnlyInTheDeliveriesAndIsThePin() {
        gateway.provision("amos");
        String pin = gateway.enable("amos").extract().path("pin");
        InboundEvent delivery = TopicContents.events(BrokerResource.broker(), "pin.deliveries").stream()
                .filter(event -> gateway.tenant().equals(event.tenant()))
                .findFirst()
                .orElseThrow();
        JsonNode data = delivery.data();
        assertEquals("WELCOME", data.get("kind").asText());
        assertEquals(
                pin, PinKeysResource.open(new SealedPin(data.get("sealedPin").asText())));
        for (String topic : List.of("pin.journal", "pin.events", "organizer.verified")) {
            assertFalse(
                    TopicContents.text(BrokerResource.broker(), topic)
                            .contains(data.get("sealedPin").asText()),
                    topic);
        }
    }

    @Test
    @Tag("B1")
    @Tag("B2")
    void rightPinVerifiesWrongOnesCountDownPerCall() {
        gateway.provision("amos");
        String pin = gateway.enable("amos").extract().path("pin");
        gateway.verify("amos", "call-1", wrong(pin))
                .body("verified", equalTo(false))
                .body("triesLeft", equalTo(2));
        gateway.verify("amos", "call-1", wrong(pin)).body("triesLeft", equalTo(1));
        gateway.verify("amos", "call-2", pin).body("verified", equalTo(true));
        assertTrue(TopicContents.events(BrokerResource.broker(), "organizer.verified").stream()
                .anyMatch(event -> gateway.tenant().equals(event.tenant())));
    }

    @Test
    @Tag("A6")
    void whatACallerSaidForOneVerificationIsTakenForNoOther() {
        gateway.provision("amos");
        gateway.provision("zoe");
        String pin = gateway.enable("amos").extract().path("pin");
        gateway.enable("zoe");
        String command = Gateway.newCommand();
        String sealed = gateway.sealed(pin, "amos", "1234567", "call-1", command);
        for (Response refused : List.of(
                gateway.verifySealed("amos", "call-1", sealed, "1234567", Gateway.newCommand()),
                gateway.verifySealed("amos", "call-2", sealed, "1234567", command),
                gateway.verifySealed("amos", "call-1", sealed, "1234568", command),
                gateway.verifySealed("zoe", "call-1", sealed, "1234567", command),
                gateway.verifySealed("nobody", "call-1", sealed, "1234567", command),
                gateway.verifySealed("amos", "call-1", pin, "1234567", command))) {
            refused.then().statusCode(400).body("type", equalTo("/problems/pin-not-sealed-for-this"));
        }
        gateway.verifySealed("amos", "call-1", sealed, "1234567", command)
                .then()
                .statusCode(200)
                .body("verified", equalTo(true))
                .body("triesLeft", equalTo(3));
    }

    @Test
    @Tag("A4")
    void resetShowsANewPinAndARepetitionDoesNot() {
        gateway.provision("amos");
        String first = gateway.enable("amos").extract().path("pin");
        String commandId = UUID.randomUUID().toString();
        String second = gateway.call(commandId)
                .post(gateway.user("amos") + "/pin/reset")
                .then()
                .statusCode(200)
                .extract()
                .path("pin");
        assertNotEquals(first, second);
        gateway.call(commandId)
                .post(gateway.user("amos") + "/pin/reset")
                .then()
                .statusCode(200)
                .body("pin", nullValue())
                .body("notificationId", not(nullValue()));
        gateway.verify("amos", "c1", first).body("verified", equalTo(false));
        gateway.verify("amos", "c2", second).body("verified", equalTo(true));
    }

    @Test
    @Tag("F")
    void theEleventhResetIsToldWhenToComeAgainAndTheLastPinHolds() {
        gateway.provision("amos");
        gateway.enable("amos");
        String last = null;
        for (int i = 0; i < 10; i++) {
            last = gateway.reset("amos").statusCode(200).extract().path("pin");
        }
        String wait = gateway.reset("amos")
                .statusCode(429)
                .body("type", equalTo("/problems/reset-limit-reached"))
                .extract()
                .header("Retry-After");
        assertTrue(Integer.parseInt(wait) > 3500 && Integer.parseInt(wait) <= 3601, wait);
        gateway.verify("amos", "call-1", last).body("verified", equalTo(true));
    }

    @Test
    @Tag("A5")
    void helpdeskResetsWithoutSeeingThePin() {
        gateway.provision("amos");
        gateway.enable("amos");
        gateway.call(UUID.randomUUID().toString(), "helpdesk")
                .body(Map.of("reveal", true))
                .post(gateway.user("amos") + "/pin/reset")
                .then()
                .statusCode(200)
                .body("pin", nullValue());
    }

    @Test
    @Tag("C4")
    void numbersOfAUserAreChangedAndTakenAway() {
        gateway.provision("amos");
        gateway.enable("amos");
        gateway.patch(Map.of("serviceNumbers", List.of(Map.of("number", "+390212345678", "type", "TOLL"))));
        change("{\"serviceNumber\":\"390212345678\",\"allowPstnOnlyMeetings\":true}")
                .statusCode(204);
        change("{\"serviceNumber\":null}").statusCode(204);
        change("{\"serviceNumber\":\"+4930123456\"}")
                .statusCode(400)
                .body("type", equalTo("/problems/service-number-not-offered"));
        change("{\"serviceNumber\":\"many\"}").statusCode(400).body("type", equalTo("/problems/phone-number-invalid"));
        change("{\"number\":\"390212345678\"}").statusCode(400);
        change("{\"allowPstnOnlyMeetings\":\"yes\"}").statusCode(400);
        change("[]").statusCode(400);
        assertEquals(
                List.of("DefaultNumberChanged", "PstnOnlyMeetingsChanged", "DefaultNumberChanged"),
                TopicContents.events(BrokerResource.broker(), "pin.events").stream()
                        .filter(event -> gateway.tenant().equals(event.tenant()))
                        .map(event -> event.type().split("\\.")[2])
                        .filter(type -> type.endsWith("Changed") && !type.startsWith("Tenant"))
                        .toList());
    }

    private ValidatableResponse change(String patch) {
        return gateway.call(newCommand())
                .body(patch)
                .patch(gateway.user("amos") + "/conferencing")
                .then();
    }

    @Test
    @Tag("D2")
    void addressWithoutSendEmailIsRefusedAndNothingIsMade() {
        gateway.provision("amos");
        gateway.call(UUID.randomUUID().toString())
                .body(Map.of("sendEmailToAddress", "x@example.org"))
                .post(gateway.user("amos") + "/conferencing")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/address-without-send-email"));
        gateway.call(UUID.randomUUID().toString())
                .post(gateway.user("amos") + "/pin/reset")
                .then()
                .statusCode(409);
    }

    @Test
    @Tag("A3")
    void administratorCannotResetTheOwnPin() {
        gateway.provision("amos");
        gateway.enable("amos");
        Gateway.call(gateway.token().ofUser("amos"))
                .post(gateway.user("amos") + "/pin/reset")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/own-pin-reset"));
    }

    @Test
    void strangersAndBadBodiesGetProblems() {
        given().put(gateway.user("amos")).then().statusCode(401).contentType("application/problem+json");
        gateway.call("c")
                .body("{\"displayName\":")
                .put(gateway.user("amos"))
                .then()
                .statusCode(400);
        gateway.call("c")
                .body(Map.of("displayName", "Amos"))
                .put(gateway.user("amos"))
                .then()
                .statusCode(400)
                .body("detail", containsString("userPrincipalName"));
        gateway.call("c")
                .post(gateway.user("nobody") + "/pin/reset")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/user-not-found"));
        gateway.call("c")
                .body("not json")
                .post(gateway.user("amos") + "/conferencing")
                .then()
                .statusCode(anyOf(equalTo(400)));
    }

    @Test
    @Tag("C1")
    void disablingErasesAndReleases() {
        gateway.provision("amos");
        gateway.enable("amos");
        gateway.call(UUID.randomUUID().toString())
                .delete(gateway.user("amos") + "/conferencing")
                .then()
                .statusCode(204);
        gateway.call(UUID.randomUUID().toString())
                .post(gateway.user("amos") + "/pin/reset")
                .then()
                .statusCode(409);
        gateway.enable("amos").statusCode(201);
    }

    private static String wrong(String pin) {
        return pin.startsWith("1") ? "2" + pin.substring(1) : "1" + pin.substring(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"u-17", "-1", "number.", "nobody.x"})
    @Tag("case-S9")
    void whatIsNoSourceOfCallsIsTheCallersMistake(String source) {
        String path = "/internal/v1/tenants/" + gateway.tenant() + "/call-sources/" + source;
        gateway.call(Gateway.newCommand()).delete(path).then().statusCode(400);
        gateway.call(Gateway.newCommand(), "bridge")
                .body(Map.of("right", 0, "rightOfAccount", 0))
                .post(path + "/misses")
                .then()
                .statusCode(400);
    }
}

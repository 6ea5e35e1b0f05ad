package dev.foyer.pin.api;

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
import dev.foyer.eventsourcing.events.InboundEvent;
import dev.foyer.eventsourcing.testing.BrokerResource;
import dev.foyer.eventsourcing.testing.TopicContents;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.pin.SealedPin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The internal API on a real broker: what the gateway gets, and what lies in the topics afterwards. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
class PinApiTest {

    private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8) + ".example";

    @BeforeEach
    void untilReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    @Tag("C1")
    @Tag("A1")
    void enablingGivesPinAndConferenceIdOnceAndChangesNothingTheSecondTime() {
        provision("amos");
        enable("amos")
                .statusCode(201)
                .body("pin", matchesPattern("\\d{5}"))
                .body("conferenceId", matchesPattern("[1-9]\\d{6}"))
                .header("Foyer-Positions", containsString("pin.events-"));
        enable("amos").statusCode(200).body("pin", nullValue());
    }

    @Test
    @Tag("A6")
    void sealedPinIsOnlyInTheDeliveriesAndIsThePin() {
        provision("amos");
        String pin = enable("amos").extract().path("pin");
        InboundEvent delivery = TopicContents.events(BrokerResource.broker(), "pin.deliveries").stream()
                .filter(event -> tenant.equals(event.tenant()))
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
        provision("amos");
        String pin = enable("amos").extract().path("pin");
        verify("amos", "call-1", wrong(pin)).body("verified", equalTo(false)).body("triesLeft", equalTo(2));
        verify("amos", "call-1", wrong(pin)).body("triesLeft", equalTo(1));
        verify("amos", "call-2", pin).body("verified", equalTo(true));
        assertTrue(TopicContents.events(BrokerResource.broker(), "organizer.verified").stream()
                .anyMatch(event -> tenant.equals(event.tenant())));
    }

    @Test
    @Tag("A4")
    void resetShowsANewPinAndARepetitionDoesNot() {
        provision("amos");
        String first = enable("amos").extract().path("pin");
        String commandId = UUID.randomUUID().toString();
        String second = call(commandId)
                .post(user("amos") + "/pin/reset")
                .then()
                .statusCode(200)
                .extract()
                .path("pin");
        assertNotEquals(first, second);
        call(commandId)
                .post(user("amos") + "/pin/reset")
                .then()
                .statusCode(200)
                .body("pin", nullValue())
                .body("notificationId", not(nullValue()));
        verify("amos", "c1", first).body("verified", equalTo(false));
        verify("amos", "c2", second).body("verified", equalTo(true));
    }

    @Test
    @Tag("A5")
    void helpdeskResetsWithoutSeeingThePin() {
        provision("amos");
        enable("amos");
        call(UUID.randomUUID().toString(), "helpdesk")
                .body(Map.of("reveal", true))
                .post(user("amos") + "/pin/reset")
                .then()
                .statusCode(200)
                .body("pin", nullValue());
    }

    @Test
    @Tag("A1")
    void newLengthIsForLaterPinsOnlyAndOlderOnesStillVerify() {
        provision("amos");
        provision("vera");
        String five = enable("amos").extract().path("pin");
        patch(Map.of("pinLength", 8)).statusCode(200).body("pinLength", equalTo(8));
        enable("vera").body("pin", matchesPattern("\\d{8}"));
        verify("amos", "c1", five).body("verified", equalTo(true));
    }

    @Test
    @Tag("A1")
    void pinLengthOutOfRangeIsRefused() {
        for (int length : new int[] {3, 13}) {
            patch(Map.of("pinLength", length))
                    .statusCode(400)
                    .body("type", equalTo("/problems/pin-length-out-of-range"));
        }
    }

    @Test
    void settingOfAWrongTypeOrNameIsRefused() {
        patch(Map.of("pinLength", "eight")).statusCode(400).contentType("application/problem+json");
        patch(Map.of("pinLength", 5.5)).statusCode(400);
        patch(Map.of("pinLenght", 8)).statusCode(400).body("detail", containsString("pinLenght"));
    }

    @Test
    @Tag("D2")
    void addressWithoutSendEmailIsRefusedAndNothingIsMade() {
        provision("amos");
        call(UUID.randomUUID().toString())
                .body(Map.of("sendEmailToAddress", "x@example.org"))
                .post(user("amos") + "/conferencing")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/address-without-send-email"));
        call(UUID.randomUUID().toString())
                .post(user("amos") + "/pin/reset")
                .then()
                .statusCode(409);
    }

    @Test
    @Tag("A3")
    void administratorCannotResetTheOwnPin() {
        provision("amos");
        enable("amos");
        call(UUID.randomUUID().toString())
                .header("Foyer-Actor-User", "amos")
                .post(user("amos") + "/pin/reset")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/own-pin-reset"));
    }

    @Test
    void strangersAndBadBodiesGetProblems() {
        given().put(user("amos")).then().statusCode(401).contentType("application/problem+json");
        call("c").body("{\"displayName\":").put(user("amos")).then().statusCode(400);
        call("c")
                .body(Map.of("displayName", "Amos"))
                .put(user("amos"))
                .then()
                .statusCode(400)
                .body("detail", containsString("userPrincipalName"));
        call("c")
                .post(user("nobody") + "/pin/reset")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/user-not-found"));
        call("c").body("not json").post(user("amos") + "/conferencing").then().statusCode(anyOf(equalTo(400)));
    }

    @Test
    @Tag("C1")
    void disablingErasesAndReleases() {
        provision("amos");
        enable("amos");
        call(UUID.randomUUID().toString())
                .delete(user("amos") + "/conferencing")
                .then()
                .statusCode(204);
        call(UUID.randomUUID().toString())
                .post(user("amos") + "/pin/reset")
                .then()
                .statusCode(409);
        enable("amos").statusCode(201);
    }

    private void provision(String userId) {
        call(UUID.randomUUID().toString())
                .body(Map.of(
                        "userPrincipalName", userId + "@" + tenant,
                        "displayName", "Somebody " + userId,
                        "primarySmtpAddress", userId + "@" + tenant))
                .put(user(userId))
                .then()
                .statusCode(201);
    }

    private ValidatableResponse enable(String userId) {
        return call(UUID.randomUUID().toString())
                .post(user(userId) + "/conferencing")
                .then();
    }

    private ValidatableResponse verify(String userId, String callId, String pin) {
        return call(UUID.randomUUID().toString())
                .body(Map.of("conferenceId", "1234567", "callId", callId, "pin", pin))
                .post(user(userId) + "/pin/verify")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse patch(Map<String, ?> settings) {
        return call(UUID.randomUUID().toString())
                .body(settings)
                .patch(base() + "/settings")
                .then();
    }

    private static RequestSpecification call(String commandId) {
        return call(commandId, "conferencing-admin");
    }

    private static RequestSpecification call(String commandId, String role) {
        return given().header("Authorization", "Bearer " + BrokerResource.TOKEN)
                .header("Foyer-Actor", "admin")
                .header("Foyer-Role", role)
                .header("Foyer-Command-Id", commandId)
                .contentType("application/json");
    }

    private static String wrong(String pin) {
        return pin.startsWith("1") ? "2" + pin.substring(1) : "1" + pin.substring(1);
    }

    private String base() {
        return "/internal/v1/tenants/" + tenant;
    }

    private String user(String userId) {
        return base() + "/users/" + userId;
    }
}

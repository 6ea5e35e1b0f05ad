package dev.foyer.pin.api;

import static io.restassured.RestAssured.given;

import dev.foyer.pin.PinKeysResource;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.Management;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Asks pin-service as the gateway does, for one tenant. */
record Gateway(String tenant) {

    /** A tenant that no other test has heard of. */
    static Gateway ofNewTenant() {
        return new Gateway("t" + UUID.randomUUID().toString().substring(0, 8) + ".example");
    }

    static void untilReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Management.get("/q/health/ready").then().statusCode(200));
    }

    static String newCommand() {
        return UUID.randomUUID().toString();
    }

    /** What an administrator of the tenant shows. */
    CallToken token() {
        return CallToken.of("pin-service", tenant);
    }

    /** As an administrator. */
    RequestSpecification call(String commandId) {
        return call(token().forCommand(commandId));
    }

    RequestSpecification call(String commandId, String role) {
        return call(token().forCommand(commandId).as(role));
    }

    static RequestSpecification call(CallToken token) {
        return given().header("Authorization", token.authorization()).contentType("application/json");
    }

    void provision(String userId) {
        call(newCommand())
                .body(Map.of(
                        "userPrincipalName", userId + "@" + tenant,
                        "displayName", "Somebody " + userId,
                        "primarySmtpAddress", userId + "@" + tenant))
                .put(user(userId))
                .then()
                .statusCode(201);
    }

    ValidatableResponse enable(String userId) {
        return enable(userId, newCommand(), Map.of());
    }

    ValidatableResponse enable(String userId, String commandId, Map<String, ?> body) {
        return call(commandId).body(body).post(user(userId) + "/conferencing").then();
    }

    ValidatableResponse disable(String userId, String commandId) {
        return call(commandId).delete(user(userId) + "/conferencing").then().statusCode(204);
    }

    ValidatableResponse reset(String userId) {
        return call(newCommand()).post(user(userId) + "/pin/reset").then();
    }

    ValidatableResponse verify(String userId, String callId, String pin) {
        return verify(userId, callId, pin, "1234567").then().statusCode(200);
    }

    /** What the caller says is sealed, as the gateway does it. */
    Response verify(String userId, String callId, String said, String conferenceId) {
        String command = newCommand();
        return verifySealed(userId, callId, sealed(said, userId, conferenceId, callId, command), conferenceId, command);
    }

    Response verifySealed(String userId, String callId, String sealed, String conferenceId, String command) {
        return call(command, "bridge")
                .body(Map.of("conferenceId", conferenceId, "callId", callId, "sealedPin", sealed))
                .post(user(userId) + "/pin/verify");
    }

    String sealed(String said, String userId, String conferenceId, String callId, String command) {
        return PinKeysResource.spoken(
                said,
                Map.of(
                        "tenant", tenant,
                        "userId", userId,
                        "conferenceId", conferenceId,
                        "callId", callId,
                        "commandId", command));
    }

    ValidatableResponse patch(Map<String, ?> settings) {
        return call(newCommand()).body(settings).patch(base() + "/settings").then();
    }

    String base() {
        return "/internal/v1/tenants/" + tenant;
    }

    String user(String userId) {
        return base() + "/users/" + userId;
    }
}

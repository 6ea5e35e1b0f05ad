package dev.foyer.meeting;

import static io.restassured.RestAssured.given;

import dev.foyer.testing.CallToken;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Calls this service as the gateway does. */
public final class Gateway {

    private static final String MEETINGS = "/internal/v1/tenants/{tenant}/meetings";

    private Gateway() {}

    private static RequestSpecification request(CallToken token) {
        return given().header("Authorization", token.authorization()).contentType(ContentType.JSON);
    }

    /** What an account of that role asks. */
    public static RequestSpecification request(String role) {
        return request("contoso.com", role);
    }

    /** What that account asks in that role. */
    public static RequestSpecification request(String tenant, String role, String account) {
        return request(CallToken.of("meeting-service", tenant).as(role).by(account));
    }

    private static RequestSpecification request(String tenant, String role) {
        return request(CallToken.of("meeting-service", tenant).as(role));
    }

    public static ValidatableResponse schedule(String commandId, Object body) {
        return request(CallToken.of("meeting-service", "contoso.com").forCommand(commandId))
                .body(body)
                .post(MEETINGS, "contoso.com")
                .then();
    }

    /** The conference ID of a new meeting of u-17. */
    public static String scheduled() {
        return schedule(UUID.randomUUID().toString(), Map.of("organizerId", "u-17"))
                .statusCode(201)
                .extract()
                .path("conferenceId");
    }

    /** The id of the leg that tests of one conference call by that name: a leg is in one conference only. */
    public static String leg(String conferenceId, String name) {
        return name.isBlank() ? name : name + "@" + conferenceId;
    }

    /** @param name see {@link #leg} */
    public static ValidatableResponse dial(String tenant, String conferenceId, String name) {
        return dialLeg(tenant, conferenceId, leg(conferenceId, name));
    }

    public static ValidatableResponse dialLeg(String tenant, String conferenceId, String callId) {
        return request(tenant, "bridge")
                .body(Map.of("callId", callId, "from", "+390212345678"))
                .post(MEETINGS + "/{id}/calls", tenant, conferenceId)
                .then();
    }

    /** @param name see {@link #leg} */
    public static ValidatableResponse hangUp(String conferenceId, String name) {
        return hangUpLeg(conferenceId, leg(conferenceId, name), false);
    }

    public static ValidatableResponse hangUpLeg(String conferenceId, String callId, boolean onlyHere) {
        return request("bridge")
                .queryParam("onlyHere", onlyHere)
                .delete(MEETINGS + "/{id}/calls/{call}", "contoso.com", conferenceId, callId)
                .then();
    }

    public static ValidatableResponse join(String conferenceId, String participantId) {
        return request("client-app")
                .body(Map.of("participantId", participantId, "displayName", "Amos Marble"))
                .post(MEETINGS + "/{id}/participants", "contoso.com", conferenceId)
                .then();
    }

    public static ValidatableResponse leave(String conferenceId, String participantId) {
        return request("client-app")
                .delete(MEETINGS + "/{id}/participants/{p}", "contoso.com", conferenceId, participantId)
                .then();
    }

    /** @param callId {@code null}: everybody */
    public static ValidatableResponse admit(String role, String conferenceId, String callId) {
        return request(role)
                .body(callId == null ? Map.of() : Map.of("callId", callId))
                .post(MEETINGS + "/{id}/admit", "contoso.com", conferenceId)
                .then();
    }

    public static ValidatableResponse end(String tenant, String conferenceId) {
        return request(tenant, "conferencing-admin")
                .post(MEETINGS + "/{id}/end", tenant, conferenceId)
                .then();
    }
}

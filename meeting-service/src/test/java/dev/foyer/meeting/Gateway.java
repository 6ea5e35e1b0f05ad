package dev.foyer.meeting;

import static io.restassured.RestAssured.given;

import dev.foyer.testing.BrokerResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Calls this service as the gateway does. */
public final class Gateway {

    private static final String MEETINGS = "/internal/v1/tenants/{tenant}/meetings";

    private Gateway() {}

    public static RequestSpecification request(String commandId) {
        return given().header("Authorization", "Bearer " + BrokerResource.TOKEN)
                .header("Foyer-Actor", "bridge")
                .header("Foyer-Role", "bridge")
                .header("Foyer-Command-Id", commandId)
                .header("Foyer-Correlation-Id", commandId)
                .contentType(ContentType.JSON);
    }

    public static RequestSpecification request() {
        return request(UUID.randomUUID().toString());
    }

    public static ValidatableResponse schedule(String commandId, Object body) {
        return request(commandId).body(body).post(MEETINGS, "contoso.com").then();
    }

    /** The conference ID of a new meeting of u-17. */
    public static String scheduled() {
        return schedule(UUID.randomUUID().toString(), Map.of("organizerId", "u-17"))
                .statusCode(201)
                .extract()
                .path("conferenceId");
    }

    public static ValidatableResponse dial(String tenant, String conferenceId, String callId) {
        return request()
                .body(Map.of("callId", callId, "from", "+390212345678"))
                .post(MEETINGS + "/{id}/calls", tenant, conferenceId)
                .then();
    }

    public static ValidatableResponse hangUp(String conferenceId, String callId) {
        return request()
                .delete(MEETINGS + "/{id}/calls/{call}", "contoso.com", conferenceId, callId)
                .then();
    }

    public static ValidatableResponse join(String conferenceId, String participantId) {
        return request()
                .body(Map.of("participantId", participantId, "displayName", "Amos Marble"))
                .post(MEETINGS + "/{id}/participants", "contoso.com", conferenceId)
                .then();
    }

    public static ValidatableResponse leave(String conferenceId, String participantId) {
        return request()
                .delete(MEETINGS + "/{id}/participants/{p}", "contoso.com", conferenceId, participantId)
                .then();
    }

    public static ValidatableResponse end(String tenant, String conferenceId) {
        return request().post(MEETINGS + "/{id}/end", tenant, conferenceId).then();
    }
}

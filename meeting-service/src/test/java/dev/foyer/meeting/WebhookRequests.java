package dev.foyer.meeting;

import static io.restassured.RestAssured.given;

import dev.foyer.testing.CallToken;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Asks for webhooks as the gateway does, for one tenant. */
public record WebhookRequests(String tenant, String role, String command) {

    private static final String ALL = "/internal/v1/tenants/{tenant}/webhooks";
    private static final String ONE = ALL + "/{webhookId}";

    public WebhookRequests(String tenant) {
        this(tenant, "conferencing-admin", null);
    }

    public WebhookRequests as(String other) {
        return new WebhookRequests(tenant, other, command);
    }

    public WebhookRequests forCommand(String id) {
        return new WebhookRequests(tenant, role, id);
    }

    private RequestSpecification request() {
        CallToken token = CallToken.of("meeting-service", tenant).as(role);
        return given().header("Authorization", (command == null ? token : token.forCommand(command)).authorization())
                .contentType(ContentType.JSON);
    }

    public ValidatableResponse list() {
        return request().get(ALL, tenant).then();
    }

    public ValidatableResponse add(Object body) {
        return request().body(body).post(ALL, tenant).then();
    }

    public ValidatableResponse removeAll() {
        return request().delete(ALL, tenant).then();
    }

    public ValidatableResponse change(String id, Object body) {
        return request().body(body).patch(ONE, tenant, id).then();
    }

    public ValidatableResponse remove(String id) {
        return request().delete(ONE, tenant, id).then();
    }

    public ValidatableResponse rotate(String id) {
        return request().post(ONE + "/secret", tenant, id).then();
    }

    public ValidatableResponse test(String id) {
        return request().post(ONE + "/test", tenant, id).then();
    }

    public ValidatableResponse deliveries(String id, Map<String, ?> query) {
        return request().queryParams(query).get(ONE + "/deliveries", tenant, id).then();
    }

    public ValidatableResponse redeliver(String id, String delivery) {
        return request()
                .post(ONE + "/deliveries/{deliveryId}/redeliver", tenant, id, delivery)
                .then();
    }
}

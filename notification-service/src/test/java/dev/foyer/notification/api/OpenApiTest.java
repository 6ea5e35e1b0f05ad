package dev.foyer.notification.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.notification.mail.MailServers;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.ServedApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The served OpenAPI document is sound, says everything a caller needs, and is true of real answers. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
@Tag("F")
class OpenApiTest extends WithSetup {

    private static final String NOTIFICATION =
            "/internal/v1/tenants/{tenant}/users/{userId}/notifications/{notificationId}";

    private final String nobodys = UUID.randomUUID().toString();

    @Test
    void itIsSound() {
        assertEquals(List.of(), ServedApi.read().unsound());
    }

    @Test
    void itSaysEverything() {
        assertEquals(List.of(), ServedApi.read().incomplete("/internal/v1/tenants/"));
    }

    @Test
    void theCopyThatCallersAreTestedAgainstIsWhatIsServed() throws IOException {
        assertEquals(List.of(), ServedApi.read().staleCopy());
    }

    @Test
    void ofSendingItIsTrue() {
        String id = hold("u-api-send");
        is("/send", 400, administrator().body("{\"toAddress\":\"nowhere\"}"), "u-api-send", id);
        is("/send", 403, as("helpdesk").body("{\"toAddress\":\"u@hotmail.com\"}"), "u-api-send", id);
        is("/send", 404, administrator().body("{}"), "u-api-send", nobodys);
        is("/send", 202, administrator().body("{\"toAddress\":\"u@hotmail.com\"}"), "u-api-send", id);
        await().untilAsserted(() -> assertEquals(List.of("HELD", "RELEASED", "SENT"), setup.statuses(id)));
        is("/send", 409, administrator().body("{}"), "u-api-send", id);
        is("/send", 202, administrator().noContentType(), "u-api-bare", hold("u-api-bare"));
    }

    @Test
    void ofDiscardingAndHandingOverItIsTrue() {
        String discarded = hold("u-api-discard");
        is("/discard", 404, administrator(), "u-api-discard", nobodys);
        is("/discard", 204, administrator(), "u-api-discard", discarded);
        is("/hand-over", 409, administrator(), "u-api-discard", discarded);
        String handedOver = hold("u-api-hand");
        is("/hand-over", 404, administrator(), "u-api-hand", nobodys);
        is("/hand-over", 204, administrator(), "u-api-hand", handedOver);
        is("/discard", 409, administrator(), "u-api-hand", handedOver);
        is("/discard", 403, as("helpdesk"), "u-api-hand", nobodys);
        is("/discard", 401, given(), "u-api-hand", nobodys);
    }

    @Test
    void ofRetryingItIsTrue() {
        is("/retry", 404, administrator(), "u-api-retry", nobodys);
        is("/retry", 409, administrator(), "u-api-retry", hold("u-api-retry"));
        String failed = setup.deliver(
                NotificationTestSetup.delivery("u-api-failed", "48213").put("sealedPin", "x.y.z.a.b"));
        await().untilAsserted(() -> assertEquals(List.of("QUEUED", "FAILED"), setup.statuses(failed)));
        is("/retry", 204, as("helpdesk"), "u-api-failed", failed);
        await().untilAsserted(
                        () -> assertEquals(List.of("QUEUED", "FAILED", "RELEASED", "FAILED"), setup.statuses(failed)));
        // A second failure is recorded like the first, though no server was asked either time.
        is("/retry", 204, administrator(), "u-api-failed", failed);
        await().untilAsserted(() -> assertEquals(6, setup.statuses(failed).size()));
    }

    @Test
    @Tag("A4")
    void ofRevealingItIsTrue() {
        String id = hold("u-api-reveal");
        is("/reveal", 403, as("helpdesk"), "u-api-reveal", id);
        is("/reveal", 404, administrator(), "u-api-reveal", nobodys);
        is("/reveal", 200, administrator(), "u-api-reveal", id);
        is("/reveal", 410, administrator(), "u-api-reveal", id);
        String discarded = hold("u-api-gone");
        is("/discard", 204, administrator(), "u-api-gone", discarded);
        is("/reveal", 409, administrator(), "u-api-gone", discarded);
    }

    private String hold(String user) {
        String id = setup.deliver(
                NotificationTestSetup.delivery(user, "48213").put("automaticallySendEmailsToUsers", false));
        await().untilAsserted(() -> assertEquals(List.of("HELD"), setup.statuses(id)));
        return id;
    }

    private static RequestSpecification administrator() {
        return as("conferencing-admin");
    }

    private static RequestSpecification as(String role) {
        return given().contentType("application/json")
                .header(
                        "Authorization",
                        CallToken.of("notification-service", "contoso.com")
                                .as(role)
                                .authorization());
    }

    private static void is(String action, int status, RequestSpecification request, String user, String id) {
        assertEquals(
                List.of(),
                ServedApi.read()
                        .untrue(
                                "post",
                                NOTIFICATION + action,
                                status,
                                request.post(NOTIFICATION + action, "contoso.com", user, id)));
    }
}

package dev.foyer.notification.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.notification.mail.MailServers;
import dev.foyer.notification.mail.TestKeys;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.ScriptedMailServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody makes, sends or sees a mail of another tenant's user: neither by a request nor by a record. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
@Tag("D5")
@Tag("A6")
class OtherTenantsResourceTest extends WithSetup {

    private ScriptedMailServer server;

    @BeforeEach
    void listen() {
        server = MailServers.scripted();
    }

    @AfterEach
    void backToTheOther() {
        server.close();
        MailServers.up();
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "retry", "reveal", "hand-over", "discard"})
    void aMailOfAnotherTenantIsUnknownWhateverIsAskedOfIt(String action) {
        String user = "u-theirs-" + action;
        String id = hold("fabrikam.com", user);
        String body = action.equals("send") ? "{\"toAddress\":\"evil@contoso.com\"}" : "";
        for (String tenant : List.of("contoso.com", "fabrikam.com")) {
            // Nobody speaks for another tenant here; who asks the gateway for one is told that there is no such mail.
            int refused = tenant.equals("contoso.com") ? 404 : 403;
            given().contentType("application/json")
                    .header(
                            "Authorization",
                            CallToken.of("notification-service", "contoso.com")
                                    .as("conferencing-admin")
                                    .authorization())
                    .body(body)
                    .post("/internal/v1/tenants/" + tenant + "/users/" + user + "/notifications/" + id + "/" + action)
                    .then()
                    .statusCode(refused);
        }
        assertEquals(List.of("HELD"), setup.statuses(id));
        nothingWasSentBut("contoso.com");
    }

    /** A user of ours with the id of one of theirs is another user. */
    @Test
    void theSameUserIdInAnotherTenantIsAnotherMailbox() {
        String theirs = hold("fabrikam.com", "u-same");
        String ours = hold("contoso.com", "u-same");
        given().contentType("application/json")
                .header(
                        "Authorization",
                        CallToken.of("notification-service", "contoso.com")
                                .as("conferencing-admin")
                                .authorization())
                .post("/internal/v1/tenants/contoso.com/users/u-same/notifications/" + theirs + "/send")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/notification-unknown"));
        setup.disable("u-same");
        await().untilAsserted(() -> assertEquals(List.of("HELD", "SUPERSEDED"), setup.statuses(ours)));
        assertEquals(List.of("HELD"), setup.statuses(theirs));
        nothingWasSentBut("contoso.com");
    }

    @Test
    void aRecordUnderAnotherUsersKeyIsADeadLetter() {
        ObjectNode delivery = NotificationTestSetup.delivery("fabrikam.com", "u-key", "48213");
        setup.deliverUnder("contoso.com/u-key", delivery);
        isRefused(delivery, "for another user than the record's key says");
    }

    @Test
    void aRecordThatNobodyHasSignedIsADeadLetter() {
        ObjectNode delivery = NotificationTestSetup.delivery("fabrikam.com", "u-unsigned", "48213");
        setup.lay(delivery);
        isRefused(delivery, "not known to be pin-service's");
    }

    /** A seal that was copied from the delivery of another tenant's user of the same name. */
    @Test
    void aPinOfAnotherTenantsUserIsNotMailed() {
        ObjectNode theirs = NotificationTestSetup.delivery("fabrikam.com", "u-seal", "48213");
        ObjectNode copied = NotificationTestSetup.delivery("contoso.com", "u-seal", "48213");
        String id = setup.deliver(copied.put("sealedPin", TestKeys.seal("48213", theirs)));
        await().untilAsserted(() -> assertEquals(List.of("QUEUED", "FAILED"), setup.statuses(id)));
        assertEquals("PIN_SEALED_FOR_ANOTHER", setup.entry(id).path("reason").asText());
        nothingWasSentBut("contoso.com");
    }

    private String hold(String tenant, String user) {
        String id = setup.deliver(
                NotificationTestSetup.delivery(tenant, user, "48213").put("automaticallySendEmailsToUsers", false));
        await().untilAsserted(() -> assertEquals(List.of("HELD"), setup.statuses(id)));
        return id;
    }

    private void isRefused(ObjectNode delivery, String reason) {
        await().untilAsserted(() -> assertTrue(NotificationTestSetup.everything("notification.dead-letters").stream()
                .anyMatch(text -> text.contains(reason))));
        nothingWasSentBut("contoso.com");
        assertEquals(List.of(), setup.statuses(delivery.get("notificationId").asText()));
    }

    /** A mail to this tenant's own user, behind everything that was written before, is the first that anybody gets. */
    private void nothingWasSentBut(String tenant) {
        String user = "u-own-" + UUID.randomUUID();
        String id = setup.deliver(NotificationTestSetup.delivery(tenant, user, "48213"));
        await().untilAsserted(() ->
                assertEquals("SENT", setup.entry(id).path("status").asText()));
        assertEquals(
                List.of(user + "@contoso.com"),
                server.mails().stream()
                        .map(ScriptedMailServer.Received::address)
                        .toList());
    }
}

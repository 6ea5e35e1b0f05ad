package dev.foyer.notification.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.notification.mail.MailServers;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Held mails and what administrators do with them, on a real broker and a real SMTP server. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
class NotificationResourceTest extends WithSetup {

    @Test
    @Tag("D5")
    void aHeldMailIsSentToAnotherAddressOnceOnly() {
        String id = hold("u-held");
        assertEquals("AUTOMATIC_MAIL_OFF", setup.entry(id).path("reason").asText());
        post("u-held", id, "send", "{\"toAddress\":\"u@hotmail.com\"}")
                .statusCode(202)
                .header("Foyer-Positions", startsWith("notification.events-"));
        await().untilAsserted(() -> assertEquals(List.of("HELD", "RELEASED", "SENT"), setup.statuses(id)));
        assertEquals(1, MailServers.arrivedFor("u@hotmail.com").size());
        assertEquals(0, MailServers.arrivedFor("u-held@contoso.com").size());
        post("u-held", id, "send", "{}").statusCode(409).body("type", equalTo("/problems/notification-sent"));
        post("u-held", id, "discard", "").statusCode(409).contentType("application/problem+json");
    }

    @Test
    @Tag("D5")
    void theNextPinSupersedesTheHeldMail() {
        String first = hold("u-twice");
        String second = hold("u-twice");
        await().untilAsserted(() -> assertEquals(List.of("HELD", "SUPERSEDED"), setup.statuses(first)));
        post("u-twice", first, "send", "").statusCode(409).body("type", equalTo("/problems/notification-superseded"));
        post("u-twice", second, "send", "").statusCode(202);
        await().untilAsserted(() ->
                assertEquals(1, MailServers.arrivedFor("u-twice@contoso.com").size()));
    }

    @Test
    @Tag("D5")
    void disablingTheUserSupersedesTheHeldMail() {
        String id = hold("u-off");
        setup.disable("u-off");
        await().untilAsserted(() -> assertEquals(List.of("HELD", "SUPERSEDED"), setup.statuses(id)));
        assertEquals("USER_DISABLED", setup.entry(id).path("reason").asText());
    }

    @Test
    @Tag("D5")
    void aDiscardedMailIsGone() {
        String id = hold("u-gone");
        post("u-gone", id, "discard", "").statusCode(204);
        post("u-gone", id, "discard", "").statusCode(204);
        post("u-gone", id, "send", "").statusCode(409).body("type", equalTo("/problems/notification-discarded"));
        assertEquals(List.of("HELD", "DISCARDED"), setup.statuses(id));
    }

    @Test
    @Tag("D2")
    void withoutAnAddressOneMustBeNamed() {
        ObjectNode delivery = NotificationTestSetup.delivery("u-noaddr", "48213");
        delivery.remove("primarySmtpAddress");
        String id = setup.deliver(delivery);
        await().untilAsserted(() -> assertEquals(List.of("HELD"), setup.statuses(id)));
        assertEquals("NO_ADDRESS", setup.entry(id).path("reason").asText());
        post("u-noaddr", id, "send", "{}").statusCode(409).body("type", equalTo("/problems/address-missing"));
        post("u-noaddr", id, "send", "{\"toAddress\":\"noaddr@hotmail.com\"}").statusCode(202);
        await().untilAsserted(() ->
                assertEquals(1, MailServers.arrivedFor("noaddr@hotmail.com").size()));
    }

    @Test
    @Tag("D6")
    void aPinThatItsTopicHasForgottenCannotBeSent() {
        String id = hold("u-forgotten");
        NotificationTestSetup.forget("pin.deliveries");
        post("u-forgotten", id, "send", "").statusCode(202);
        await().untilAsserted(() -> assertEquals(List.of("HELD", "RELEASED", "FAILED"), setup.statuses(id)));
        assertEquals("PIN_IS_GONE", setup.entry(id).path("reason").asText());
    }

    @Test
    @Tag("F")
    void aRepeatedCommandGetsTheSameAnswer() {
        String id = hold("u-again");
        String commandId = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            given().noContentType()
                    .header("Authorization", caller().forCommand(commandId).authorization())
                    .post(path("u-again", id, "send"))
                    .then()
                    .statusCode(202);
            await().untilAsserted(() ->
                    assertEquals("SENT", setup.entry(id).path("status").asText()));
        }
        assertEquals(1, MailServers.arrivedFor("u-again@contoso.com").size());
    }

    @Test
    @Tag("F")
    void wrongRequestsGetTheRightProblem() {
        String id = hold("u-wrong");
        post("u-wrong", UUID.randomUUID().toString(), "send", "").statusCode(404);
        post("somebody-else", id, "send", "").statusCode(404).body("type", equalTo("/problems/notification-unknown"));
        post("u-wrong", "not-an-id", "send", "").statusCode(404);
        post("u-wrong", id, "send", "{\"toAddress\":\"nowhere\"}")
                .statusCode(400)
                .body("detail", containsString("toAddress"));
        post("u-wrong", id, "send", "{\"toAddress\":\"a@b.example\\r\\nBcc: c@d.example\"}")
                .statusCode(400);
        post("u-wrong", id, "send", "{\"toAddress\":{}}").statusCode(400);
        post("u-wrong", id, "send", "{").statusCode(400);
        given().noContentType().post(path("u-wrong", id, "send")).then().statusCode(401);
        assertEquals(List.of("HELD"), setup.statuses(id));
    }

    private String hold(String user) {
        String id = setup.deliver(
                NotificationTestSetup.delivery(user, "48213").put("automaticallySendEmailsToUsers", false));
        await().untilAsserted(() -> assertEquals(List.of("HELD"), setup.statuses(id)));
        return id;
    }

    private static ValidatableResponse post(String user, String id, String what, String body) {
        var request = given().header("Authorization", caller().authorization());
        if (body.isEmpty()) {
            request.noContentType();
        } else {
            request.contentType("application/json").body(body);
        }
        return request.post(path(user, id, what)).then();
    }

    private static CallToken caller() {
        return CallToken.of("notification-service", "contoso.com");
    }

    private static String path(String user, String id, String what) {
        return "/internal/v1/tenants/contoso.com/users/" + user + "/notifications/" + id + "/" + what;
    }
}

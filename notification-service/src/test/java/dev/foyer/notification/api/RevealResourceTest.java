package dev.foyer.notification.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.notification.mail.MailServers;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The one look at a held PIN, and what else is done by hand, on a real broker. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
class RevealResourceTest extends WithSetup {

    @Test
    @Tag("A4")
    @Tag("D5")
    void aPinThatNobodySawIsShownOnceAndItsMailGoesOnWaiting() {
        String id = hold(NotificationTestSetup.delivery("u-once", "739164"));
        reveal("u-once", id)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Foyer-Positions", startsWith("notification.events-"))
                .body("pin", equalTo("739164"))
                .body("size()", equalTo(1));
        reveal("u-once", id).statusCode(410).body("type", equalTo("/problems/already-revealed"));
        await().untilAsserted(() -> assertEquals(List.of("HELD", "HELD"), setup.statuses(id)));
        assertTrue(setup.entry(id).hasNonNull("revealedAt"));

        post("u-once", id, "send").statusCode(202);
        await().untilAsserted(() ->
                assertEquals(1, MailServers.arrivedFor("u-once@contoso.com").size()));
        reveal("u-once", id).statusCode(410).body("type", equalTo("/problems/already-revealed"));
        for (String topic : List.of("notification.events", "notification.journal", "pin.deliveries")) {
            assertTrue(
                    NotificationTestSetup.everything(topic).stream().noneMatch(text -> text.contains("739164")), topic);
        }
    }

    @Test
    @Tag("A4")
    @Tag("F")
    void aRepetitionOfTheSameRequestShowsNothing() {
        String id = hold(NotificationTestSetup.delivery("u-repeat", "739165"));
        CallToken repeated = administrator();
        reveal("u-repeat", id, repeated).statusCode(200).body("pin", equalTo("739165"));
        reveal("u-repeat", id, repeated)
                .statusCode(410)
                .body("type", equalTo("/problems/already-revealed"))
                .body("detail", containsString("reset the PIN"));
    }

    @Test
    @Tag("A4")
    void ofManyWhoAskAtOnceOneSeesIt() {
        String id = hold(NotificationTestSetup.delivery("u-race", "739166"));
        List<Response> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> given().noContentType()
                        .header("Authorization", administrator().authorization())
                        .post(path("u-race", id, "reveal")))
                .toList();
        assertEquals(1, answers.stream().filter(one -> one.statusCode() == 200).count());
        assertEquals(11, answers.stream().filter(one -> one.statusCode() == 410).count());
    }

    @Test
    @Tag("A4")
    void aPinThatWasShownIsNotShownAgain() {
        String id = hold(NotificationTestSetup.delivery("u-shown", "739167").put("pinShown", true));
        reveal("u-shown", id).statusCode(409).body("type", equalTo("/problems/pin-was-shown"));
        assertEquals(List.of("HELD"), setup.statuses(id));
    }

    @Test
    @Tag("A3")
    @Tag("A5")
    void onlyAnotherAdministratorMay() {
        String id = hold(NotificationTestSetup.delivery("u-guarded", "739168"));
        reveal("u-guarded", id, administrator().as("helpdesk"))
                .statusCode(403)
                .body("type", equalTo("/problems/reveal-needs-administrator"));
        reveal("u-guarded", id, administrator().ofUser("u-guarded"))
                .statusCode(403)
                .body("type", equalTo("/problems/own-pin-reveal"));
        assertEquals(List.of("HELD"), setup.statuses(id));
        reveal("u-guarded", id).statusCode(200);
    }

    @Test
    @Tag("D5")
    void whatIsNotHeldIsNotRevealed() {
        String id = setup.deliver(NotificationTestSetup.delivery("u-sent", "739169"));
        await().untilAsserted(() -> assertEquals(List.of("QUEUED", "SENT"), setup.statuses(id)));
        reveal("u-sent", id).statusCode(409).body("type", equalTo("/problems/notification-sent"));
        reveal("u-sent", UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    @Tag("A4")
    void aForgottenPinIsLostAndCostsNothing() {
        String id = hold(NotificationTestSetup.delivery("u-lost", "739170"));
        NotificationTestSetup.forget("pin.deliveries");
        reveal("u-lost", id).statusCode(409).body("type", equalTo("/problems/pin-is-lost"));
        assertEquals(List.of("HELD"), setup.statuses(id));
    }

    @Test
    @Tag("A4")
    @Tag("case-S1b")
    void aPinThatWasCopiedFromAnotherDeliveryIsNotShown() {
        String copied = NotificationTestSetup.delivery("u-victim", "739173")
                .get("sealedPin")
                .asText();
        String id = hold(NotificationTestSetup.delivery("u-thief", "739174").put("sealedPin", copied));
        reveal("u-thief", id)
                .statusCode(409)
                .body("type", equalTo("/problems/pin-is-lost"))
                .body("detail", containsString("PIN_SEALED_FOR_ANOTHER"));
        assertEquals(List.of("HELD"), setup.statuses(id));
    }

    @Test
    @Tag("D5")
    void aMailThatWasHandedOverIsOver() {
        String id = hold(NotificationTestSetup.delivery("u-hand", "739171"));
        post("u-hand", id, "hand-over").statusCode(204);
        post("u-hand", id, "hand-over").statusCode(204);
        post("u-hand", id, "send").statusCode(409).body("type", equalTo("/problems/notification-handed-over"));
        await().untilAsserted(() -> assertEquals(List.of("HELD", "HANDED_OVER"), setup.statuses(id)));
    }

    private String hold(ObjectNode delivery) {
        String id = setup.deliver(delivery.put("automaticallySendEmailsToUsers", false));
        await().untilAsserted(() -> assertEquals(List.of("HELD"), setup.statuses(id)));
        return id;
    }

    private static ValidatableResponse reveal(String user, String id) {
        return reveal(user, id, administrator());
    }

    private static ValidatableResponse reveal(String user, String id, CallToken caller) {
        return given().noContentType()
                .header("Authorization", caller.authorization())
                .post(path(user, id, "reveal"))
                .then();
    }

    private static ValidatableResponse post(String user, String id, String what) {
        return given().noContentType()
                .header("Authorization", administrator().authorization())
                .post(path(user, id, what))
                .then();
    }

    private static CallToken administrator() {
        return CallToken.of("notification-service", "contoso.com");
    }

    private static String path(String user, String id, String what) {
        return "/internal/v1/tenants/contoso.com/users/" + user + "/notifications/" + id + "/" + what;
    }
}

package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.ScriptedMailServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deliveries on a real broker become mails on a real SMTP server. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
class MailResourceTest extends WithSetup {

    @Test
    @Tag("D4")
    void aPinResetArrivesInEnglish() throws Exception {
        String id =
                setup.deliver(NotificationTestSetup.delivery("u-en", "48213").put("preferredLanguage", "de-CH"));
        MimeMessage mail = theMailFor("u-en@contoso.com");
        assertEquals("Your new dial-in conferencing PIN", mail.getSubject());
        assertEquals("<" + id + "@foyer.example>", mail.getMessageID());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertEquals("en", mail.getHeader("Content-Language", null));
        assertEquals("Foyer <no-reply@foyer.example>", mail.getFrom()[0].toString());
        List<String> parts = parts(mail);
        for (String part : parts) {
            assertContains(part, "Hello Amos Marble,", "The old PIN has stopped working", "48213", "4711007");
            assertContains(part, "+39 02 1234 5678", "say yes and enter your PIN");
        }
        assertContains(parts.get(1), "href=\"tel:+390212345678,,4711007%23\"", "<html lang=\"en\">");
        await().untilAsserted(() -> assertEquals(List.of("QUEUED", "SENT"), setup.statuses(id)));
        assertEquals("u-en@contoso.com", setup.entry(id).path("to").asText());
        assertEquals(1, setup.entry(id).path("attempts").asInt());
    }

    @Test
    @Tag("D4")
    void aWelcomeArrivesInItalian() throws Exception {
        setup.deliver(NotificationTestSetup.delivery("u-it", "9081726354")
                .put("kind", "WELCOME")
                .put("preferredLanguage", "it-CH")
                .put("tollFreeServiceNumber", "+39800123456"));
        MimeMessage mail = theMailFor("u-it@contoso.com");
        assertEquals("Il tuo PIN e il tuo ID conferenza per le riunioni telefoniche", mail.getSubject());
        assertEquals("it", mail.getHeader("Content-Language", null));
        for (String part : parts(mail)) {
            assertContains(part, "Ciao Amos Marble,", "9081726354", "4711007", "Numero verde", "l’ID conferenza");
        }
    }

    @Test
    @Tag("D4")
    void namesAreTextAndNeverMarkup() throws Exception {
        setup.deliver(
                NotificationTestSetup.delivery("u-esc", "48213").put("displayName", "Zoë <b>\"O'Neil\"</b> & {pin}"));
        List<String> parts = parts(theMailFor("u-esc@contoso.com"));
        assertContains(parts.get(0), "Hello Zoë <b>\"O'Neil\"</b> & {pin},");
        assertContains(parts.get(1), "Zoë &lt;b&gt;&quot;O&#39;Neil&quot;&lt;/b&gt; &amp; {pin},");
    }

    @Test
    @Tag("D3")
    void theTenantsSenderAndLanguageServeItsUsers() throws Exception {
        setup.settings(
                "fabrikam.com",
                NotificationTestSetup.object()
                        .put("defaultLanguage", "it")
                        .put("sendEmailFromOverride", true)
                        .put("sendEmailFromAddress", "it@fabrikam.com")
                        .put("sendEmailFromDisplayName", "Fabrikam, IT"));
        // The settings come by another topic: the first mails may still go without them.
        await().untilAsserted(() -> {
            String user = "u-" + UUID.randomUUID();
            ObjectNode delivery = NotificationTestSetup.delivery("fabrikam.com", user, "48213");
            delivery.remove("serviceNumber");
            setup.deliver(delivery);
            MimeMessage mail = theMailFor(user + "@contoso.com");
            assertEquals("\"Fabrikam, IT\" <it@fabrikam.com>", mail.getFrom()[0].toString());
            assertEquals("Il tuo nuovo PIN per le riunioni telefoniche", mail.getSubject());
            assertContains(parts(mail).get(0), "Chiedi al tuo amministratore quale numero chiamare.");
        });
    }

    @Test
    @Tag("D6")
    void aServerThatWasDownGetsTheMailOnce() {
        MailServers.down();
        String id = setup.deliver(NotificationTestSetup.delivery("u-down", "48213"));
        await().untilAsserted(() -> assertTrue(setup.statuses(id).size() > 3));
        assertEquals("MAIL_SERVER_UNREACHABLE", setup.entry(id).path("reason").asText());
        assertEquals("QUEUED", setup.entry(id).path("status").asText());
        MailServers.up();
        await().untilAsserted(() ->
                assertEquals("SENT", setup.entry(id).path("status").asText()));
        assertEquals(1, MailServers.arrivedFor("u-down@contoso.com").size());
    }

    @Test
    @Tag("D6")
    void aServerThatRefusesForNowIsTriedAgain() {
        String id;
        try (ScriptedMailServer server = MailServers.refusing("451 4.7.1 Greylisted")) {
            id = setup.deliver(NotificationTestSetup.delivery("u-grey", "48213"));
            await().untilAsserted(() -> assertTrue(server.asked("u-grey@contoso.com") > 1));
            await().untilAsserted(() -> assertEquals(
                    "MAIL_SERVER_BUSY: 451 4.7.1 Greylisted",
                    setup.entry(id).path("reason").asText()));
        } finally {
            MailServers.up();
        }
        await().untilAsserted(() ->
                assertEquals("SENT", setup.entry(id).path("status").asText()));
        assertEquals(1, MailServers.arrivedFor("u-grey@contoso.com").size());
    }

    @Test
    @Tag("D6")
    void aRefusalForGoodIsAFailureAtOnce() {
        try (ScriptedMailServer server = MailServers.refusing("550 5.1.1 No such user")) {
            String id = setup.deliver(NotificationTestSetup.delivery("u-refused", "48213"));
            await().untilAsserted(() -> assertEquals(List.of("QUEUED", "FAILED"), setup.statuses(id)));
            assertEquals(
                    "MAIL_SERVER_REFUSED: 550 5.1.1 No such user",
                    setup.entry(id).path("reason").asText());
            assertEquals(1, server.asked("u-refused@contoso.com"));
        } finally {
            MailServers.up();
        }
    }

    @Test
    @Tag("D6")
    void whatWasRefusedForGoodIsSentOnceWhenItIsRetried() throws Exception {
        String id;
        try (ScriptedMailServer server = MailServers.refusing("550 5.1.1 No such user")) {
            id = setup.deliver(NotificationTestSetup.delivery("u-again", "48213"));
            await().untilAsserted(() -> assertEquals(List.of("QUEUED", "FAILED"), setup.statuses(id)));
        } finally {
            MailServers.up();
        }
        RestAssured.given()
                .contentType("application/json")
                .header(
                        "Authorization",
                        CallToken.of("notification-service", "contoso.com")
                                .as("helpdesk")
                                .authorization())
                .post("/internal/v1/tenants/contoso.com/users/u-again/notifications/" + id + "/retry")
                .then()
                .statusCode(204);
        await().untilAsserted(() -> assertEquals(List.of("QUEUED", "FAILED", "RELEASED", "SENT"), setup.statuses(id)));
        assertEquals(2, setup.entry(id).path("attempts").asInt());
        assertEquals(1, MailServers.arrivedFor("u-again@contoso.com").size());
        assertEquals(
                "<" + id + "@foyer.example>", theMailFor("u-again@contoso.com").getMessageID());
    }

    @Test
    @Tag("D6")
    void aPinThatCannotBeOpenedIsAFailureWithThatReason() {
        String id =
                setup.deliver(NotificationTestSetup.delivery("u-seal", "48213").put("sealedPin", "x.y.z.a.b"));
        await().untilAsserted(() -> assertEquals(List.of("QUEUED", "FAILED"), setup.statuses(id)));
        assertEquals("PIN_CANNOT_BE_OPENED", setup.entry(id).path("reason").asText());
    }

    @Test
    @Tag("D5")
    void aMailPastItsHoldTimeIsNotSent() {
        String id = setup.deliver(NotificationTestSetup.delivery("u-late", "48213")
                .put("at", Instant.now().minus(Duration.ofDays(8)).toString()));
        await().untilAsserted(() -> assertEquals(List.of("QUEUED", "FAILED"), setup.statuses(id)));
        assertEquals("HOLD_TIME_OVER", setup.entry(id).path("reason").asText());
        assertEquals(0, MailServers.arrivedFor("u-late@contoso.com").size());
    }

    @Test
    @Tag("A6")
    void neitherPinNorSealReachesTheJournalOrTheLedger() {
        ObjectNode delivery = NotificationTestSetup.delivery("u-leak", "735190264817");
        String id = setup.deliver(delivery);
        await().untilAsserted(() -> assertEquals(List.of("QUEUED", "SENT"), setup.statuses(id)));
        for (String topic : List.of("notification.journal", "notification.events", "notification.dead-letters")) {
            for (String text : NotificationTestSetup.everything(topic)) {
                assertFalse(text.contains("735190264817"), topic);
                assertFalse(text.contains(delivery.get("sealedPin").asText()), topic);
            }
        }
    }

    private static MimeMessage theMailFor(String address) {
        await().untilAsserted(
                        () -> assertEquals(1, MailServers.arrivedFor(address).size()));
        return MailServers.arrivedFor(address).getFirst();
    }

    /** Text, then HTML. */
    private static List<String> parts(MimeMessage mail) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertTrue(mail.getContentType().startsWith("multipart/alternative"), mail.getContentType());
        BodyPart text = parts.getBodyPart(0);
        BodyPart html = parts.getBodyPart(1);
        assertTrue(text.isMimeType("text/plain") && html.isMimeType("text/html"));
        return List.of(((String) text.getContent()).replace("\r\n", "\n"), (String) html.getContent());
    }

    private static void assertContains(String part, String... expected) {
        for (String text : expected) {
            assertTrue(part.contains(text), () -> "Not there: " + text + "\n" + part);
        }
    }
}

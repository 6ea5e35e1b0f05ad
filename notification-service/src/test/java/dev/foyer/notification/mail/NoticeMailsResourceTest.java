package dev.foyer.notification.mail;

import static dev.foyer.notification.NotificationTestSetup.notice;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails without a PIN (M2, M4, M5, L1) on a real broker and a real SMTP server. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
class NoticeMailsResourceTest extends WithSetup {

    @ParameterizedTest
    @Tag("M2")
    @Tag("M4")
    @Tag("M5")
    @Tag("L1")
    @Tag("E7")
    @Tag("D4")
    @CsvSource(delimiter = '|', textBlock = """
            INFORMATION_CHANGED    | en | Your dial-in conferencing information has changed              | Your PIN has not changed
            INFORMATION_CHANGED    | it | Le informazioni per le tue riunioni telefoniche sono cambiate  | Il tuo PIN non è cambiato
            TURNED_OFF             | en | Dial-in conferencing has been turned off for you               | Conference ID 471 1007 and your PIN have stopped
            TURNED_OFF             | it | Le riunioni telefoniche sono state disattivate per te          | conferenza 471 1007 e il tuo PIN non funzionano
            PIN_LOCKED             | en | Your dial-in conferencing PIN has been locked                  | 27 November 2026
            PIN_LOCKED             | it | Il tuo PIN per le riunioni telefoniche è stato bloccato        | 27 novembre 2026
            CONFERENCE_INFORMATION | en | Your dial-in conferencing information                          | 471 1007
            CONFERENCE_INFORMATION | it | Le informazioni per le tue riunioni telefoniche                | 471 1007
            SOMEBODY_WAITS         | en | Somebody is waiting in your meeting                            | 27 November 2026
            SOMEBODY_WAITS         | it | Qualcuno aspetta nella tua riunione                            | Persone in attesa
            """)
    void eachArrivesInBothLanguages(String kind, String language, String subject, String says) throws Exception {
        String user = "u-" + UUID.randomUUID();
        String id = setup.tell(notice(user, kind, 7).put("preferredLanguage", language.equals("en") ? "en-GB" : "it"));
        MimeMessage mail = theMailFor(user + "@contoso.com");
        assertEquals(subject, mail.getSubject());
        for (String part : parts(mail)) {
            assertTrue(part.contains(says), part);
        }
        await().untilAsserted(() -> assertEquals(List.of("QUEUED", "SENT"), setup.statuses(id)));
        assertEquals(kind, setup.entry(id).path("kind").asText());
    }

    @Test
    @Tag("G1")
    void theJoinBlockKnowsPlaceAndLanguages() throws Exception {
        String tenant = "join-" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        ObjectNode settings = NotificationTestSetup.object()
                .put("organizationName", "Fabrikam <Italia>")
                .put("supportContact", "help@fabrikam.example");
        settings.putArray("serviceNumbers")
                .addObject()
                .put("number", "+390212345678")
                .put("city", "Milano")
                .put("country", "IT")
                .putArray("languages")
                .add("it")
                .add("en");
        setup.settings(tenant, settings);
        // The settings come by another topic: the first mails may still go without them.
        await().untilAsserted(() -> {
            String user = "u-" + UUID.randomUUID();
            setup.tell(notice(user, "CONFERENCE_INFORMATION", 7).put("tenant", tenant));
            MimeMessage mail = theMailFor(user + "@contoso.com");
            assertEquals("help@fabrikam.example", mail.getReplyTo()[0].toString());
            List<String> parts = parts(mail);
            assertTrue(parts.get(0).contains("(Milano, Italy)"), parts.get(0));
            assertTrue(parts.get(0).contains("Languages: Italian, English"), parts.get(0));
            assertTrue(parts.get(0).contains("tel:+390212345678,,4711007#"), parts.get(0));
            assertTrue(parts.get(0).contains("write to help@fabrikam.example"), parts.get(0));
            assertTrue(parts.get(0).contains("Fabrikam <Italia>"), parts.get(0));
            assertTrue(parts.get(1).contains("Fabrikam &lt;Italia&gt;"), parts.get(1));
            assertTrue(parts.get(1).contains("href=\"tel:+390212345678,,4711007%23\""), parts.get(1));
        });
    }

    @Test
    @Tag("D4")
    void nothingIsFetchedFromElsewhere() throws Exception {
        String user = "u-" + UUID.randomUUID();
        setup.tell(notice(user, "CONFERENCE_INFORMATION", 7));
        String page = parts(theMailFor(user + "@contoso.com")).get(1);
        for (String remote : List.of("http:", "https:", "src=", "url(", "<script", "<link", "@import")) {
            assertFalse(page.contains(remote), remote);
        }
        assertTrue(page.contains("prefers-color-scheme: dark"));
    }

    @Test
    @Tag("D1")
    void whatIsSwitchedOffIsNotMade() {
        String tenant = "off-" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        ObjectNode settings = NotificationTestSetup.object();
        settings.putObject("emailSwitches").put("turnedOff", false);
        setup.settings(tenant, settings);
        await().untilAsserted(() -> {
            String user = "u-" + UUID.randomUUID();
            String off = setup.tell(notice(user, "TURNED_OFF", 7).put("tenant", tenant));
            String on = setup.tell(notice(user, "CONFERENCE_INFORMATION", 8).put("tenant", tenant));
            await().untilAsserted(() -> assertEquals(List.of("QUEUED", "SENT"), setup.statuses(on)));
            assertEquals(List.of(), setup.statuses(off));
        });
    }

    private static MimeMessage theMailFor(String address) {
        await().untilAsserted(
                        () -> assertEquals(1, MailServers.arrivedFor(address).size()));
        return MailServers.arrivedFor(address).getFirst();
    }

    /** Text, then HTML. */
    private static List<String> parts(MimeMessage mail) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        return List.of(((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n"), (String)
                parts.getBodyPart(1).getContent());
    }
}

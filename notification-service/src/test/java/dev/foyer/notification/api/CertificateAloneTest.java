package dev.foyer.notification.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Actor;
import dev.foyer.base.Json;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailCommand.DiscardMail;
import dev.foyer.notification.domain.MailCommand.ExpireMails;
import dev.foyer.notification.domain.MailCommand.HandOverMail;
import dev.foyer.notification.domain.MailCommand.RecordAttemptFailed;
import dev.foyer.notification.domain.MailCommand.RecordFailed;
import dev.foyer.notification.domain.MailCommand.RecordSent;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailCommand.RevealMail;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfDisabledUser;
import dev.foyer.notification.domain.UserMoment;
import dev.foyer.notification.journal.MailboxWire;
import dev.foyer.notification.mail.MailServers;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.PassedOn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an instance of ours may pass on without a token: what its reactions ask, and nothing that an account asks. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
@Tag("case-S3")
class CertificateAloneTest extends WithSetup {

    private static final Actor OURSELVES = Actor.service("notification-service");
    private static final UUID UNKNOWN = UUID.randomUUID();

    @Test
    @Tag("A5")
    void sendsAndShowsNoHeldMail() {
        String id = hold("u-alone");
        UUID mail = UUID.fromString(id);
        for (MailCommand command : List.of(
                new ReleaseMail(mail, "alone@example.com"),
                new ReleaseMail(mail, null),
                new RevealMail(mail),
                new DiscardMail(mail),
                new HandOverMail(mail),
                new ExpireMails())) {
            assertFalse(passesOn("u-alone", command), command::toString);
        }
        assertEquals(List.of("HELD"), setup.statuses(id));
    }

    /** A letter may be read, as the journal may; its seal would open for it in any mailbox, to any address. */
    @Test
    @Tag("A6")
    void mailsNoPinToSomebodyElse() throws JsonProcessingException {
        hold("u-copied");
        JsonNode letter = mailbox("u-copied").findValue("letter");
        String command = "{\"@type\":\"QueueMail\",\"letter\":" + letter
                + ",\"options\":{\"automatic\":true,\"sendEmail\":true,\"toAddress\":\"thief@example.com\"}}";
        byte[] json = command.getBytes(UTF_8);
        assertFalse(mailboxOf("u-thief").believed(json, PassedOn.by(OURSELVES)));
        assertTrue(mailboxOf("u-copied").believed(json, PassedOn.by(OURSELVES))); // and changes nothing
        String next = setup.deliver(NotificationTestSetup.delivery("u-copied", "48214"));
        await().untilAsserted(() -> assertEquals(List.of("QUEUED", "SENT"), setup.statuses(next)));
        assertEquals(0, MailServers.arrivedFor("thief@example.com").size());
    }

    @Test
    void passesOnWhatItsReactionsAndReportsSay() {
        for (MailCommand command : List.of(
                new SupersedeMailsOfDisabledUser(new UserMoment(Instant.now(), 2L)),
                new RecordSent(UNKNOWN),
                new RecordAttemptFailed(UNKNOWN, "SMTP_451"),
                new RecordFailed(UNKNOWN, "SMTP_550", true))) {
            assertTrue(passesOn("u-reported", command), command::toString);
        }
    }

    private String hold(String userId) {
        String id = setup.deliver(
                NotificationTestSetup.delivery(userId, "48213").put("automaticallySendEmailsToUsers", false));
        await().untilAsserted(() -> assertEquals(List.of("HELD"), setup.statuses(id)));
        return id;
    }

    private static boolean passesOn(String userId, MailCommand command) {
        return mailboxOf(userId).believed(MailboxWire.MAILBOXES.commands().write(command), PassedOn.by(OURSELVES));
    }

    private static PassedOn mailboxOf(String userId) {
        return new PassedOn(
                "notification-service", "mailbox", MailboxWire.MAILBOXES.exchange(), "contoso.com/" + userId);
    }

    /** Reads carry no token. */
    private static JsonNode mailbox(String userId) throws JsonProcessingException {
        String read = "{\"hops\":2,\"millisecondsLeft\":9000,\"asks\":[{\"@type\":\"Read\",\"type\":\"mailbox\","
                + "\"format\":\"" + MailboxWire.MAILBOXES.states().fingerprint() + "\",\"id\":\"contoso.com/" + userId
                + "\"}]}";
        return Json.mapper()
                .build()
                .readTree(PassedOn.sent("notification-service", read)
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}

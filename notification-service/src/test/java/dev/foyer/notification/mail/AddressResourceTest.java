package dev.foyer.notification.mail;

import static dev.foyer.notification.NotificationTestSetup.delivery;
import static dev.foyer.notification.NotificationTestSetup.notice;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.notification.WithSetup;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.ScriptedMailServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail with a PIN that waits while its user's address is corrected, on a real broker and a real SMTP dialogue. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
@Tag("D2")
@Tag("case-M2")
class AddressResourceTest extends WithSetup {

    private final String user = "u-" + UUID.randomUUID();
    private ScriptedMailServer server;

    @BeforeEach
    void busy() {
        server = MailServers.refusing("450 4.2.0 later");
    }

    @AfterEach
    void backToTheOther() {
        server.close();
        MailServers.up();
    }

    @Test
    void thePinGoesToTheAddressThatIsRightWhenItIsSent() {
        String id = waiting(null);
        setup.addressChanged(user, "corrected@contoso.com", 2);
        ledger(id, "QUEUED", "corrected@contoso.com");
        server.answer("RCPT", "250 OK");
        ledger(id, "SENT", "corrected@contoso.com");
        assertEquals(1, server.given("corrected@contoso.com"));
        assertEquals(0, server.given(user + "@contoso.com"));
    }

    @Test
    void whereAnAdministratorChoseItStaysSo() {
        String id = waiting("u@hotmail.com");
        setup.addressChanged(user, "corrected@contoso.com", 2);
        // Its own news come behind those, in one order.
        String after = setup.tell(notice(user, "PIN_LOCKED", 3));
        await().untilAsserted(() ->
                assertEquals("QUEUED", setup.entry(after).path("status").asText()));
        server.answer("RCPT", "250 OK");
        ledger(id, "SENT", "u@hotmail.com");
        assertEquals(1, server.given("u@hotmail.com"));
        assertEquals(0, server.given("corrected@contoso.com"));
    }

    @Test
    void withoutAnAddressItIsHeldAndSaysWhereItWouldGoWhenThereIsOne() {
        String id = waiting(null);
        setup.addressChanged(user, null, 2);
        ledger(id, "HELD", "");
        // An attempt that was under way may be in doubt until the server has answered.
        await().untilAsserted(() ->
                assertEquals("NO_ADDRESS", setup.entry(id).path("reason").asText()));
        setup.addressChanged(user, "corrected@contoso.com", 3);
        ledger(id, "HELD", "corrected@contoso.com");
        server.answer("RCPT", "250 OK");
        assertEquals(0, server.given("corrected@contoso.com"), "nobody has sent it");
    }

    /** The id of a mail that a server has refused for now. */
    private String waiting(String chosen) {
        var made = delivery(user, "48213").put("sequence", 1);
        if (chosen != null) {
            made.put("sendEmail", true).put("sendEmailToAddress", chosen);
        }
        String id = setup.deliver(made);
        await().untilAsserted(() -> assertEquals(
                "MAIL_SERVER_BUSY: 450 4.2.0 later",
                setup.entry(id).path("reason").asText()));
        return id;
    }

    private void ledger(String id, String status, String to) {
        await().untilAsserted(() -> {
            assertEquals(status, setup.entry(id).path("status").asText());
            assertEquals(to, setup.entry(id).path("to").asText());
        });
    }
}

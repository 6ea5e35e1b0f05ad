package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.ScriptedMailServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the whole service says to a mail server, and what its ledger says of it. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
class WireResourceTest extends WithSetup {

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

    @Test
    @Tag("case-M1")
    void addressesThatAreNoneFailAtOnceAndHoldUpNobody() {
        List<String> none = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            none.add(deliver("u-none-" + i, "\"a b\"@contoso.com"));
        }
        String after = deliver("u-after", "after@contoso.com");
        ledger(after, "SENT", "");
        for (String id : none) {
            ledger(id, "FAILED", "ADDRESS_IS_INVALID");
            assertEquals(0, setup.entry(id).path("attempts").asInt());
        }
        assertEquals(1, server.mails().size());
    }

    @Test
    @Tag("case-M5")
    void aLocalPartThatNeedsAnExtensionFailsWithThatReason() {
        ledger(deliver("u-utf8", "jörg@contoso.com"), "FAILED", "ADDRESS_NEEDS_SMTPUTF8");
        ledger(deliver("u-idn", "a@bücher.example"), "SENT", "");
        assertEquals(1, server.given("a@xn--bcher-kva.example"));
    }

    @ParameterizedTest
    @Tag("case-M6")
    @CsvSource({
        "450, MAIL_SERVER_BUSY: 450",
        "garbage, MAIL_SERVER_NOT_UNDERSTOOD: garbage",
        "999 x, MAIL_SERVER_NOT_UNDERSTOOD: 999 x"
    })
    void whatIsNotUnderstoodIsTriedAgain(String reply, String reason) {
        server.answer("RCPT", reply);
        String user = "u-odd-" + Math.abs(reply.hashCode());
        String id = deliver(user, user + "@contoso.com");
        ledger(id, "QUEUED", reason);
        server.answer("RCPT", "250 OK");
        ledger(id, "SENT", "");
        assertEquals(1, server.given(user + "@contoso.com"));
    }

    @ParameterizedTest
    @Tag("case-M9")
    @CsvSource({"u-empty, ''", "u-blank, ' '"})
    void anEmptyAddressIsNone(String user, String address) {
        ledger(deliver(user, address), "HELD", "NO_ADDRESS");
    }

    @Test
    @Tag("case-M10")
    void weSayTheNameOfThisHost() throws Exception {
        String id = deliver("u-host", "host@contoso.com");
        ledger(id, "SENT", "");
        assertEquals(
                "EHLO " + InetAddress.getLocalHost().getHostName(),
                server.commands().getFirst());
        assertEquals(List.of(), server.mails().getFirst().header("Cc"));
        assertEquals(
                List.of("<" + id + "@foyer.example>"), server.mails().getFirst().header("Message-ID"));
    }

    @Test
    @Tag("case-M11")
    void whatAServerSaysIsKeptClean() {
        server.answer("RCPT", "550 5.1.1 \u001b[31mno\u202e such\u0007 user");
        ledger(deliver("u-odd", "odd@contoso.com"), "FAILED", "MAIL_SERVER_REFUSED: 550 5.1.1 [31mno such user");
    }

    /** Settings that were stored before there was one rule for addresses. */
    @Test
    @Tag("case-M12")
    void aTenantsSenderThatIsNoneIsNotUsed() {
        setup.settings(
                "adatum.com",
                NotificationTestSetup.object()
                        .put("defaultLanguage", "it")
                        .put("sendEmailFromOverride", true)
                        .put("sendEmailFromAddress", "x@contoscom")
                        .put("sendEmailFromDisplayName", "Adatum"));
        await().untilAsserted(() -> {
            String user = "u-" + System.nanoTime();
            ObjectNode delivery = NotificationTestSetup.delivery("adatum.com", user, "48213");
            ledger(setup.deliver(delivery), "SENT", "");
            ScriptedMailServer.Received mail = server.mails().getLast();
            assertTrue(mail.header("Subject").getFirst().contains("nuovo PIN"), mail::data);
            assertEquals(List.of("Foyer <no-reply@foyer.example>"), mail.header("From"));
            assertEquals("FROM:<no-reply@foyer.example>", mail.sender().split(" ")[0]);
        });
    }

    private String deliver(String user, String address) {
        return setup.deliver(NotificationTestSetup.delivery(user, "48213").put("primarySmtpAddress", address));
    }

    private void ledger(String id, String status, String reason) {
        await().untilAsserted(() -> {
            assertEquals(status, setup.entry(id).path("status").asText());
            assertEquals(reason, setup.entry(id).path("reason").asText());
        });
    }
}

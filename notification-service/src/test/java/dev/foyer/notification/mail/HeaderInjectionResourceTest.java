package dev.foyer.notification.mail;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.ScriptedMailServer;
import dev.foyer.testing.ScriptedMailServer.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field of a mail that a tenant, an administrator or a directory fills, with whatever may end a header, a line or a command, as if no
 * door had looked at it: on the raw bytes there is one mail, to one address, with the headers that it always has.
 */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
@Tag("D2")
@Tag("D3")
class HeaderInjectionResourceTest extends WithSetup {

    private static final Set<String> HEADERS = Set.of(
            "Date",
            "From",
            "To",
            "Subject",
            "Message-ID",
            "Auto-Submitted",
            "Content-Language",
            "MIME-Version",
            "Content-Type");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

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

    /** One of each kind: a header more, a mail more, a recipient more, an encoded word that is folded. */
    static Stream<String> endings() {
        return Stream.of(
                "x\r\nBcc: evil@evil.example",
                "x\r\n.\r\nMAIL FROM:<evil@evil.example>\r\nRCPT TO:<evil@evil.example>\r\nDATA\r\nEVIL\r\n.\r\n",
                "x> <evil@evil.example>, y",
                "é".repeat(200) + "\r\nBcc: evil@evil.example");
    }

    static Stream<String> otherEndings() {
        return Stream.of(
                "x\nBcc: evil@evil.example",
                "x\rBcc: evil@evil.example",
                "x\r\n\r\nEVIL",
                "x\r\n .\r\nBcc: evil@evil.example",
                "x>\r\nRCPT TO:<evil@evil.example>",
                "x\u0000Bcc: evil@evil.example",
                "x\u000bBcc: evil@evil.example",
                "x\u0085Bcc: evil@evil.example",
                "x\u2028Bcc: evil@evil.example",
                "é\r\nBcc: evil@evil.example");
    }

    /** What a tenant says of itself; its sender with an address that is one, and with one that is none. */
    @ParameterizedTest
    @MethodSource("endings")
    void nothingThatATenantSaysOfItselfEndsAHeader(String evil) {
        for (String address : List.of("sender@contoso.com", "sender@contoso.com" + evil)) {
            String tenant = "t" + NUMBERS.incrementAndGet() + ".example";
            ObjectNode settings = NotificationTestSetup.object()
                    .put("defaultLanguage", "it")
                    .put("organizationName", "Contoso " + evil)
                    .put("supportContact", "help@contoso.com" + evil)
                    .put("sendEmailFromOverride", true)
                    .put("sendEmailFromAddress", address)
                    .put("sendEmailFromDisplayName", "Contoso " + evil);
            settings.putArray("serviceNumbers")
                    .addObject()
                    .put("number", "+390212345678")
                    .put("city", "Milano " + evil)
                    .put("country", "IT")
                    .putArray("languages")
                    .add("it" + evil);
            setup.settings(tenant, settings);
            await().untilAsserted(() -> {
                String user = "u-" + NUMBERS.incrementAndGet();
                sent(setup.deliver(NotificationTestSetup.delivery(tenant, user, "48213")));
                Received mail = mailTo(user + "@contoso.com");
                assertTrue(mail.header("Subject").getFirst().contains("nuovo PIN"), "the settings are in force");
                isAsAlways(mail);
                assertTrue(
                        mail.sender().matches("FROM:<(sender@contoso.com|no-reply@foyer.example)>.*"), mail.sender());
            });
        }
    }

    /** Its language decides which mail it is, and its numbers stand in the join block. */
    @ParameterizedTest
    @MethodSource("endings")
    void nothingThatATenantSaysOfItsNumbersAndItsLanguageEndsAHeader(String evil) {
        String tenant = "t" + NUMBERS.incrementAndGet() + ".example";
        ObjectNode settings = NotificationTestSetup.object()
                .put("defaultLanguage", "it" + evil)
                .put("supportContact", "help@contoso.com");
        settings.putArray("serviceNumbers")
                .addObject()
                .put("number", "+390212345678" + evil)
                .put("city", "Milano")
                .put("country", "IT" + evil)
                .putArray("languages")
                .add("it");
        setup.settings(tenant, settings);
        await().untilAsserted(() -> {
            String user = "u-" + NUMBERS.incrementAndGet();
            sent(setup.tell(NotificationTestSetup.notice(user, "CONFERENCE_INFORMATION", 7)
                    .put("tenant", tenant)
                    .putNull("preferredLanguage")
                    .put("serviceNumber", "+390212345678" + evil)));
            Received mail = mailTo(user + "@contoso.com");
            assertEquals(List.of("help@contoso.com"), mail.header("Reply-To"), "the settings are in force");
            isAsAlways(mail);
        });
    }

    @ParameterizedTest
    @MethodSource("endings")
    void nothingThatADirectorySaysOfAUserEndsAHeader(String evil) {
        String user = "u-" + NUMBERS.incrementAndGet();
        String id = setup.deliver(NotificationTestSetup.delivery(user, "48213")
                .put("displayName", "Amos " + evil)
                .put("preferredLanguage", "it" + evil)
                .put("conferenceId", "4711007" + evil)
                .put("serviceNumber", "+390212345678" + evil)
                .put("tollFreeServiceNumber", "+39800123456" + evil));
        sent(id);
        isAsAlways(mailTo(user + "@contoso.com"));
    }

    /** The user's own, and one that was asked for. */
    @ParameterizedTest
    @MethodSource("endings")
    void noAddressIsMoreThanOne(String evil) {
        for (String field : List.of("primarySmtpAddress", "sendEmailToAddress")) {
            String user = "u-" + NUMBERS.incrementAndGet();
            String id = setup.deliver(NotificationTestSetup.delivery(user, "48213")
                    .put("sendEmail", true)
                    .put(field, user + "@contoso.com" + evil));
            await().untilAsserted(() -> assertEquals(
                    "FAILED ADDRESS_IS_INVALID",
                    setup.entry(id).path("status").asText() + " "
                            + setup.entry(id).path("reason").asText()));
        }
        assertEquals(List.of(), server.commands());
    }

    /** An administrator who sends a held mail elsewhere. */
    @ParameterizedTest
    @MethodSource("endings")
    void noAddressThatAnAdministratorChoosesIsMoreThanOne(String evil) {
        String user = "u-" + NUMBERS.incrementAndGet();
        String id = setup.deliver(
                NotificationTestSetup.delivery(user, "48213").put("automaticallySendEmailsToUsers", false));
        await().untilAsserted(() -> assertEquals(List.of("HELD"), setup.statuses(id)));
        given().contentType("application/json")
                .header(
                        "Authorization",
                        CallToken.of("notification-service", "contoso.com")
                                .as("conferencing-admin")
                                .authorization())
                .body(NotificationTestSetup.object()
                        .put("toAddress", "amos@contoso.com" + evil)
                        .toString())
                .post("/internal/v1/tenants/contoso.com/users/" + user + "/notifications/" + id + "/send")
                .then()
                .statusCode(400)
                .body("detail", startsWith("toAddress"));
        assertEquals(List.of("HELD"), setup.statuses(id));
    }

    @ParameterizedTest
    @MethodSource("otherEndings")
    @Tag("long")
    void norDoesAnythingElse(String evil) {
        nothingThatATenantSaysOfItselfEndsAHeader(evil);
        nothingThatADirectorySaysOfAUserEndsAHeader(evil);
    }

    @ParameterizedTest
    @MethodSource("otherEndings")
    @Tag("long")
    void norIsAnyOtherMoreThanOne(String evil) {
        noAddressIsMoreThanOne(evil);
        noAddressThatAnAdministratorChoosesIsMoreThanOne(evil);
    }

    private void sent(String id) {
        await().untilAsserted(() -> assertEquals(
                "SENT",
                setup.entry(id).path("status").asText(),
                () -> setup.entry(id).toString()));
    }

    private Received mailTo(String address) {
        List<Received> mails = server.mails().stream()
                .filter(mail -> mail.address().equals(address))
                .toList();
        assertEquals(1, mails.size());
        return mails.getFirst();
    }

    private void isAsAlways(Received mail) {
        int end = mail.data().indexOf("\r\n\r\n");
        List<String> head = List.of(mail.data().substring(0, end).split("\r\n(?![ \t])"));
        List<String> names = head.stream().map(line -> line.split(":", 2)[0]).toList();
        assertEquals(names.size(), Set.copyOf(names).size(), "none twice: " + head);
        Set<String> others = new TreeSet<>(names);
        others.removeAll(HEADERS);
        assertTrue(others.isEmpty() || others.equals(Set.of("Reply-To")), "no others: " + head);
        assertTrue(names.containsAll(HEADERS), "all of them: " + head);
        assertEquals(List.of(mail.address()), mail.header("To"));
        assertFalse(mail.data().replace("\r\n", "").matches("(?s).*[\r\n\u0000].*"), "lines end with CR LF");
        assertTrue(mail.data().chars().allMatch(c -> c < 128), "ASCII");
        String boundary = mail.header("Content-Type").getFirst().replaceAll("(?s).*boundary=\"|\"$", "");
        List<String> parts = Stream.of(mail.data().substring(end).split("\r\n--\\Q" + boundary + "\\E(--)?\r\n"))
                .skip(1)
                .map(part -> part.substring(0, part.indexOf("\r\n\r\n")))
                .toList();
        assertEquals(
                List.of("text/plain; charset=utf-8", "text/html; charset=utf-8"),
                parts.stream()
                        .map(part -> part.lines()
                                .filter(line -> line.startsWith("Content-Type: "))
                                .map(line -> line.substring("Content-Type: ".length()))
                                .collect(Collectors.joining()))
                        .toList());
        List<String> commands = server.commands();
        assertTrue(commands.stream().noneMatch(line -> line.contains("evil")), commands::toString);
        assertTrue(mail.recipient().matches("TO:<[^<>\\s]+>"), mail.recipient());
    }
}

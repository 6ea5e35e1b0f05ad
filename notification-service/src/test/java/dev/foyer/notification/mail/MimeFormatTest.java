package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.inbound.MailSettings;
import dev.foyer.notification.mail.smtp.SmtpOf;
import dev.foyer.testing.ScriptedMailServer;
import io.quarkus.mailer.Mail;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the wire, byte for byte. */
@Tag("D3")
class MimeFormatTest {

    private final ScriptedMailServer server = new ScriptedMailServer();
    private final SmtpOf smtp = new SmtpOf(server);

    @AfterEach
    void close() {
        smtp.close();
        server.close();
    }

    @Test
    @Tag("case-M3")
    void aSendersNameIsEncodedInFrontOfItsAddress() throws Exception {
        assertEquals(List.of("=?UTF-8?Q?M=C3=BCller?= <sender@contoso.com>"), from("Müller"));
    }

    @ParameterizedTest
    @Tag("case-M3")
    @ValueSource(
            strings = {
                "Fabrikam, IT",
                "Amos \"the man\" (desk)",
                "😀😀😀 desk 👩‍👩‍👧‍👦 of Contoso, all of it 😀",
                "山田太郎の会議サービスの担当者の名前はとても長いですからここで折り返されます",
                "عاموس نبيل",
                "a@b.example, c@d.example",
                "x> <bcc@evil.example>",
                "back\\slash",
                "=?UTF-8?Q?x?=",
                "Foyer =?utf-8?b?eA==?= of Contoso, with a name that is longer than one encoded word may be =?UTF-8?Q?x?=",
                "Müller =?UTF-8?Q?x?=",
                "plain"
            })
    void everyNameComesBackAsItWasAndIsOneMailbox(String name) throws Exception {
        InternetAddress[] read = InternetAddress.parse(String.join(" ", from(name)), true);
        assertEquals(1, read.length);
        assertEquals("sender@contoso.com", read[0].getAddress());
        assertEquals(name, read[0].getPersonal());
    }

    @Test
    @Tag("case-M3")
    void noLineOfANameIsTooLongAndASubjectComesBackToo() throws Exception {
        String text = "=?UTF-8?Q?x?= ".repeat(7).strip();
        Mail mail = new Mail()
                .addTo("amos@contoso.com")
                .setFrom(Sender.of(new MailSettings("en", "sender@contoso.com", text, false), "no-reply@foyer.example")
                        .from())
                .setSubject(text)
                .setText("text")
                .setHtml("<p>text</p>");
        var headers = MimeFormat.finished(mail, Instant.EPOCH).headers();
        assertEquals(text, MimeUtility.decodeText(MimeUtility.unfold(headers.get("Subject"))));
        for (String line : (headers.get("From") + "\r\n" + headers.get("Subject")).split("\r\n")) {
            assertTrue(line.length() <= 76, line);
        }
    }

    @Test
    @Tag("case-M3")
    void noNameAddsAHeader() throws Exception {
        String data = send("Evil\r\nBcc: x@evil.example\0", "amos@contoso.com").data();
        assertFalse(data.contains("\nBcc"), data);
    }

    @Test
    @Tag("case-M4")
    void everyLineEndsWithCrLfAndNoneIsTooLong() throws Exception {
        String address = "a".repeat(60) + "@contoso.com";
        String data = send("Der Herr Müller von der IT-Abteilung in der Zentrale", address)
                .data();
        assertEquals(
                data.length() - data.replace("\r\n", "").length(),
                2 * data.chars().filter(c -> c == '\n').count());
        assertEquals(
                data.chars().filter(c -> c == '\n').count(),
                data.chars().filter(c -> c == '\r').count());
        for (String line : data.split("\r\n")) {
            assertTrue(line.length() <= 998, line);
        }
        assertTrue(data.chars().allMatch(c -> c < 128), data);
        assertEquals(List.of(address), server.mails().getFirst().header("To"));
    }

    @Test
    @Tag("case-M5")
    void aDomainGoesAsALabels() throws Exception {
        var mail = send("Foyer", "a@bücher.example");
        assertEquals("TO:<a@xn--bcher-kva.example>", mail.recipient());
        assertEquals(List.of("a@xn--bcher-kva.example"), mail.header("To"));
        assertTrue(mail.data().chars().allMatch(c -> c < 128), mail.data());
    }

    @ParameterizedTest
    @ValueSource(strings = {"amos+dial-in@contoso.com", "o'neil@contoso.com", "a.b-c_d=e@mail.contoso.com"})
    void whatIsAllowedInAnAddressArrives(String address) throws Exception {
        assertEquals("TO:<" + address + ">", send("Foyer", address).recipient());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ADDRESS_NEEDS_SMTPUTF8 jörg@contoso.com",
                "ADDRESS_IS_INVALID \"a b\"@contoso.com",
                "ADDRESS_IS_INVALID a@b.example, c@d.example",
                "ADDRESS_IS_INVALID a@contoso.com\r\nRCPT TO:<evil@contoso.com>",
                "ADDRESS_IS_INVALID a@contoso.com>",
                "ADDRESS_IS_INVALID <a@contoso.com>",
                "ADDRESS_IS_INVALID  "
            })
    @Tag("case-M1")
    @Tag("case-M5")
    void whatCannotBeWrittenToIsNotTried(String reasonAndAddress) {
        String[] expected = reasonAndAddress.split(" ", 2);
        var why = assertThrows(WireAddress.Unusable.class, () -> send("Foyer", expected[1]));
        assertEquals(expected[0], why.getMessage());
        assertEquals(0, server.connections());
    }

    @Test
    @Tag("case-M10")
    void noHeaderIsEmptyOrThereTwice() throws Exception {
        String data = send("Foyer", "amos@contoso.com").data();
        List<String> head = List.of(data.substring(0, data.indexOf("\r\n\r\n")).split("\r\n(?![ \t])"));
        for (String header : head) {
            assertTrue(header.matches("(?s)[A-Za-z-]+: \\S.*"), header);
        }
        List<String> names =
                head.stream().map(header -> header.split(":")[0].toLowerCase()).toList();
        assertEquals(names.stream().distinct().toList(), names);
        assertTrue(server.commands().getFirst().equals("EHLO host.example"), server.commands()::toString);
    }

    @Test
    void anAddressForAnswersThatCannotBeWrittenKeepsNoMail() throws Exception {
        Mail mail = new Mail()
                .addTo("amos@contoso.com")
                .setFrom("foyer@contoso.com")
                .setSubject("News")
                .setText("text")
                .setHtml("<p>text</p>");
        var asked = MimeFormat.finished(mail.setReplyTo("it@bücher.example"), Instant.EPOCH);
        assertEquals("it@xn--bcher-kva.example", asked.headers().get("Reply-To"));
        var none = MimeFormat.finished(mail.setReplyTo("jörg@contoso.com"), Instant.EPOCH);
        assertFalse(none.headers().containsKey("Reply-To"));
    }

    @Test
    void dotsAreStuffedAndTextsArriveAsTheyWere() throws Exception {
        String data = send("Foyer", "amos@contoso.com").data();
        assertTrue(data.contains("\r\n..hidden\r\n"), data);
        assertTrue(data.contains("Z=C3=BCrich"), data);
    }

    private List<String> from(String name) throws Exception {
        return send(name, "amos@contoso.com").header("From").stream()
                .map(line -> line.replaceAll("\r\n[ \t]", " "))
                .toList();
    }

    private ScriptedMailServer.Received send(String senderName, String to) throws WireAddress.Unusable {
        Sender sender =
                Sender.of(new MailSettings("en", "sender@contoso.com", senderName, false), "no-reply@foyer.example");
        Mail mail = new Mail()
                .addTo(to)
                .setFrom(sender.from())
                .setSubject("Il tuo nuovo PIN è pronto")
                .setText("Zürich\n.hidden\n" + "x".repeat(2_000))
                .setHtml("<p>Zürich</p>")
                .addHeader("Message-ID", "<1@" + sender.domain() + ">");
        smtp.send(MimeFormat.finished(mail, Instant.parse("2026-11-26T12:00:00Z")));
        return server.mails().getLast();
    }
}

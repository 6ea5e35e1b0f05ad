package dev.foyer.local.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkTest {

    @TempDir
    Path folder;

    @Test
    void showsEveryMailWithBothPartsAndAllRecipients() throws Exception {
        Ports ports = Ports.free();
        Path password = Files.writeString(folder.resolve("mail-password"), "secret");
        SinkMain.main(new String[] {
            String.valueOf(ports.of(Endpoint.SMTP)), String.valueOf(ports.of(Endpoint.SMTP_VIEW)), password.toString()
        });
        ReceivedMails mails = new ReceivedMails(ports.http(Endpoint.SMTP_VIEW), "secret");

        send(ports, "amos.marble@contoso.com", "La tua PIN è nuova");
        send(ports, "u@hotmail.com", "Second");

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> mails.all().size() == 2);
        List<JsonNode> amos = mails.to("Amos.Marble@contoso.com");
        assertEquals(1, amos.size());
        assertEquals("La tua PIN è nuova", amos.getFirst().path("subject").asText());
        assertEquals("no-reply@foyer.example", amos.getFirst().path("from").asText());
        assertEquals("Però", amos.getFirst().path("text").asText());
        assertEquals("<p>Però</p>", amos.getFirst().path("html").asText());
        assertEquals(
                "auto-generated", amos.getFirst().at("/headers/Auto-Submitted").asText());
        assertTrue(amos.getFirst().path("messageId").asText().startsWith("<"));
        assertEquals(2, mails.to("u@hotmail.com").getFirst().path("id").asInt());
    }

    /** One bad mail does not keep the others from being seen. */
    @Test
    @Tag("case-M13")
    void aMailThatCannotBeTakenApartIsShownAsTheTextThatItIs() throws Exception {
        Ports ports = Ports.free();
        Path password = Files.writeString(folder.resolve("mail-password"), "secret");
        SinkMain.main(new String[] {
            String.valueOf(ports.of(Endpoint.SMTP)), String.valueOf(ports.of(Endpoint.SMTP_VIEW)), password.toString()
        });
        ReceivedMails mails = new ReceivedMails(ports.http(Endpoint.SMTP_VIEW), "secret");

        sendRaw(ports, "From: sender@contoso.com (=?UTF-8?Q?\"M=C3=BCller\"?= <a@b> (", "To: <<", "", "hello");
        sendRaw(ports, "From: a@contoso.com", "Content-Type: multipart/mixed; boundary=\"", "", "hello");
        sendRaw(ports, "Content-Type: text/plain; charset=nobody-knows", "", "hello");
        send(ports, "u@hotmail.com", "Good");

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> mails.all().size() == 4);
        JsonNode bad = mails.all().getFirst();
        assertTrue(bad.path("from").asText().startsWith("sender@contoso.com ("), bad::toString);
        assertEquals("<<", bad.path("to").path(0).asText());
        assertTrue(mails.all().get(1).path("text").asText().contains("hello"), mails.all()::toString);
        assertTrue(mails.all().get(2).path("text").asText().contains("hello"), mails.all()::toString);
        assertEquals(
                "Good", mails.to("u@hotmail.com").getFirst().path("subject").asText());
    }

    private static void sendRaw(Ports ports, String... lines) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", ports.of(Endpoint.SMTP))) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            var out = socket.getOutputStream();
            in.readLine();
            for (String command : new String[] {
                "HELO me",
                "MAIL FROM:<a@contoso.com>",
                "RCPT TO:<b@contoso.com>",
                "DATA",
                String.join("\r\n", lines) + "\r\n."
            }) {
                out.write((command + "\r\n").getBytes(UTF_8));
                in.readLine();
            }
        }
    }

    private static void send(Ports ports, String to, String subject) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(ports.of(Endpoint.SMTP)));
        MimeMessage mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("no-reply@foyer.example", "Foyer"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        mail.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Però", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>Però</p>", "text/html; charset=UTF-8");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(text);
        both.addBodyPart(html);
        mail.setContent(both);
        Transport.send(mail);
    }
}

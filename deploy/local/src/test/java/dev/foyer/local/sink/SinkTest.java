package dev.foyer.local.sink;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;
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

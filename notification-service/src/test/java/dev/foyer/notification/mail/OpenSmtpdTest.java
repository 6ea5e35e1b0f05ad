package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foyer.notification.inbound.MailSettings;
import dev.foyer.notification.mail.smtp.FinishedMail;
import dev.foyer.notification.mail.smtp.Outcome;
import dev.foyer.notification.mail.smtp.SmtpOf;
import io.quarkus.mailer.Mail;
import io.vertx.ext.mail.MailConfig;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server of the world says to our mails: Debian's {@code opensmtpd}, which only root may start. */
@Tag("long")
@Tag("D6")
class OpenSmtpdTest {

    private static final Path PROGRAM = Path.of("/usr/sbin/smtpd");

    @TempDir
    Path folder;

    private Path mails;
    private int port;
    private Process server;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "opensmtpd is not installed: apt-get install opensmtpd");
        assumeTrue(System.getProperty("user.name").equals("root"), "opensmtpd is started by root alone");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        mails = Files.createDirectory(folder.resolve("mails"));
        Files.setPosixFilePermissions(mails, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path config = Files.writeString(folder.resolve("smtpd.conf"), """
                table all { "@contoso.com" = "nobody", "@xn--bcher-kva.example" = "nobody" }
                listen on 127.0.0.1 port %d
                action "keep" mda "cat > %s/$(date +%%s%%N).eml" virtual <all>
                match from any for any action "keep"
                """.formatted(port, mails));
        server = new ProcessBuilder(PROGRAM.toString(), "-d", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().ignoreException(ConnectException.class).until(() -> {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        });
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            server.waitFor();
        }
    }

    @Test
    void itTakesOurMailsAndTheyArriveAsTheyWereMeant() throws Exception {
        List<String> names = List.of("Müller", "Fabrikam, \"IT\" (desk)", "😀 of Contoso", "عاموس");
        try (SmtpOf smtp = smtp()) {
            for (String name : names) {
                assertEquals(new Outcome.Taken(), smtp.send(mail(name, "amos+dial-in@contoso.com")));
            }
            assertEquals(new Outcome.Taken(), smtp.send(mail("Foyer", "a@bücher.example")));
            Outcome.Refused nobody =
                    assertInstanceOf(Outcome.Refused.class, smtp.send(mail("Foyer", "a@elsewhere.example")));
            assertTrue(nobody.reply().permanent(), nobody::toString);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> received().size() == names.size() + 1);
        List<String> senders = new ArrayList<>();
        for (MimeMessage mail : received()) {
            assertEquals(1, mail.getFrom().length);
            senders.add(((InternetAddress) mail.getFrom()[0]).getPersonal());
            assertEquals("Il tuo PIN è pronto", mail.getSubject());
            assertEquals(1, mail.getHeader("Message-ID").length);
        }
        assertEquals(
                Stream.concat(names.stream(), Stream.of("Foyer")).sorted().toList(),
                senders.stream().sorted().toList());
    }

    private List<MimeMessage> received() throws Exception {
        List<MimeMessage> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(mails)) {
            for (Path file : files.toList()) {
                all.add(read(file));
            }
        }
        return all;
    }

    private static MimeMessage read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private SmtpOf smtp() {
        return new SmtpOf(
                new MailConfig().setHostname("127.0.0.1").setPort(port).setOwnHostname("host.example"),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60));
    }

    private static FinishedMail mail(String senderName, String to) throws WireAddress.Unusable {
        Sender sender = Sender.of(new MailSettings("it", "it@contoso.com", senderName, false), "foyer@contoso.com");
        Mail mail = new Mail()
                .addTo(to)
                .setFrom(sender.from())
                .setSubject("Il tuo PIN è pronto")
                .setText("Però\n.\n..\n")
                .setHtml("<p>Però</p>")
                .addHeader("Message-ID", "<" + System.nanoTime() + "@" + sender.domain() + ">");
        return MimeFormat.finished(mail, Instant.now());
    }
}

package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foyer.notification.mail.smtp.Outcome;
import dev.foyer.notification.mail.smtp.SmtpOf;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
                filter "busy" phase rcpt-to match rcpt-to { "busy@contoso.com" } reject "450 4.2.1 come again"
                filter "nobody" phase rcpt-to match rcpt-to { "nobody@contoso.com" } reject "550 5.1.1 no such user"
                filter "both" chain { "busy", "nobody" }
                listen on 127.0.0.1 port %d filter "both"
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
        try (SmtpOf smtp = WorldMails.smtp(port)) {
            for (String name : WorldMails.NAMES) {
                assertEquals(new Outcome.Taken(), smtp.send(WorldMails.mail(name, "amos+dial-in@contoso.com")));
            }
            assertEquals(new Outcome.Taken(), smtp.send(WorldMails.mail("Foyer", "a@bücher.example")));
            Outcome.Refused nobody =
                    assertInstanceOf(Outcome.Refused.class, smtp.send(WorldMails.mail("Foyer", "a@elsewhere.example")));
            assertTrue(nobody.reply().permanent(), nobody::toString);
        }
        WorldMails.allArrive(mails);
    }

    /** With the real worker, and the real rules. */
    @Test
    void eachMailArrivesOnceAndItsRefusalsAreWhatTheySay() {
        WorldMails.eachArrivesOnceAndRefusalsAreWhatTheySay(port, mails);
    }
}

package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.foyer.testing.ScriptedMailServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jose4j.jwk.JsonWebKey;

/** A real SMTP server on a free port, which tests may take down or replace by one that refuses; and our test key. */
public class MailServers implements QuarkusTestResourceLifecycleManager {

    private static int port;
    private static GreenMail green;
    private static Path keyFile;

    @Override
    public Map<String, String> start() {
        port = freePort();
        keyFile = TestKeys.file(TestKeys.KEY);
        up();
        return Map.of(
                "quarkus.mailer.port",
                Integer.toString(port),
                "quarkus.mailer.from",
                "Foyer <no-reply@foyer.example>",
                "foyer.mail.first-retry",
                "100ms",
                "foyer.mail.longest-retry",
                "500ms",
                "foyer.key-file-interval",
                "50ms",
                "foyer.signing-keys-file",
                TestKeys.ours().toString(),
                "foyer.pin-signers-file",
                TestKeys.signersOfPinService().toString(),
                "foyer.delivery-keys-file",
                keyFile.toString());
    }

    @Override
    public void stop() {
        down();
    }

    /** As an operator does it while the service runs. */
    static void replaceKeys(JsonWebKey... keys) {
        try {
            Files.move(TestKeys.file(keys), keyFile, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void up() {
        // The system may need a moment to let the port of the server before go.
        await().ignoreExceptions().until(() -> {
            green = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            green.start();
            return true;
        });
    }

    public static void down() {
        if (green != null) {
            green.stop();
            green = null;
        }
    }

    /** In place of the real one: answers each recipient with this line. Close it, then {@link #up}. */
    public static ScriptedMailServer refusing(String answer) {
        return scripted().answer("RCPT", answer);
    }

    /** In place of the real one: takes every mail, unless it is told otherwise. Close it, then {@link #up}. */
    public static ScriptedMailServer scripted() {
        down();
        return await().ignoreExceptions().until(() -> new ScriptedMailServer(port), Objects::nonNull);
    }

    /** What has arrived for this address since the server came up. */
    public static List<MimeMessage> arrivedFor(String address) {
        return Arrays.stream(green.getReceivedMessages())
                .filter(message -> to(message).equals(address))
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Below the ports that the system lends to clients: while our server is down, nobody may get its port. */
    private static int freePort() {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // the next one may be free
            }
        }
    }
}

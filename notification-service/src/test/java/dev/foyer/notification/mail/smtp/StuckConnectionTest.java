package dev.foyer.notification.mail.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.ext.mail.MailConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that stops reading in the middle of a mail: what is on its way to it keeps a connection from closing. */
@Tag("case-M8")
@Tag("D6")
class StuckConnectionTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** More than the buffers between the two hold. */
    private static final String LONG = "x".repeat(900).concat("\n").repeat(30_000);

    /** When it is reported on, nothing of it can arrive any more, whenever the server goes on reading. */
    @Test
    void itIsResetBeforeItsMailIsReportedOn() throws Exception {
        try (ServerSocket server = new ServerSocket();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setReceiveBufferSize(4_096);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            CompletableFuture<Socket> stuck = new CompletableFuture<>();
            threads.execute(() -> untilTheMailComes(server, stuck));
            MailConfig config = new MailConfig()
                    .setHostname("127.0.0.1")
                    .setPort(server.getLocalPort())
                    .setOwnHostname("host.example");
            try (SmtpOf smtp = new SmtpOf(config, PATIENCE, PATIENCE)) {
                Map<String, String> headers = SmtpOf.mail("amos@contoso.com").headers();
                assertInstanceOf(
                        Outcome.Silent.class,
                        smtp.send(new FinishedMail("foyer@contoso.com", "amos@contoso.com", headers, LONG)));
                try (Socket connection = stuck.join()) {
                    SocketException reset = assertThrows(
                            SocketException.class,
                            () -> connection.getInputStream().transferTo(OutputStream.nullOutputStream()));
                    assertEquals("Connection reset", reset.getMessage());
                }
            }
        }
    }

    private static void untilTheMailComes(ServerSocket server, CompletableFuture<Socket> stuck) {
        try {
            Socket connection = server.accept();
            BufferedReader lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
            say(connection, "220 stuck.example");
            for (String line = lines.readLine(); !line.startsWith("DATA"); line = lines.readLine()) {
                say(connection, "250 OK");
            }
            say(connection, "354 go on");
            stuck.complete(connection);
        } catch (IOException e) {
            stuck.completeExceptionally(e);
        }
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    }
}

package dev.foyer.local.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.local.Pause;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own: the JDK's server reads its limits once. */
@Tag("case-S8")
class SlowViewTest {

    private static final int PATIENCE_MILLIS = 20_000;

    @TempDir
    Path folder;

    @Test
    void whoDoesNotFinishTheHeadersIsCutOff() throws IOException {
        Ports ports = Ports.free();
        int view = ports.of(Endpoint.SMTP_VIEW);
        Process sink = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SinkMain.class.getName(),
                        String.valueOf(ports.of(Endpoint.SMTP)),
                        String.valueOf(view),
                        Files.writeString(folder.resolve("mail-password"), "secret")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Socket socket =
                Pause.until(Duration.ofSeconds(30), () -> connect(view)).orElseThrow()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write("GET /mails HTTP/1.1\r\nHost: 127".getBytes(UTF_8));
            assertEquals(-1, socket.getInputStream().read());
        } finally {
            sink.destroyForcibly();
        }
    }

    private static Optional<Socket> connect(int port) {
        try {
            return Optional.of(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

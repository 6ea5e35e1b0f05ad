package dev.foyer.local.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests are written by hand: HTTP clients choose Host and Origin themselves. */
@Tag("case-S8")
class ViewGuardTest {

    private static final String PASSWORD = "a password of the tests";

    private final int port = Ports.free().of(Endpoint.SMTP_VIEW);

    @BeforeEach
    void view() throws IOException {
        GreenMail nobodyWritesHere = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        new MailView(
                        new Inbox(nobodyWritesHere),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        PASSWORD)
                .start();
    }

    @Test
    void withThePasswordTheMailsAreShown() throws IOException {
        assertEquals(200, status("GET /mails", "Host: 127.0.0.1:" + port, basic("mail", PASSWORD)));
        assertEquals(200, status("GET /mails", "Host: LOCALHOST:" + port, basic("mail", PASSWORD)));
    }

    @Test
    void withoutItTheyAreNot() throws IOException {
        String host = "Host: 127.0.0.1:" + port;
        assertEquals(401, status("GET /mails", host));
        assertEquals(401, status("GET /anything", host));
        assertEquals(401, status("GET /mails", host, basic("mail", "wrong")));
        assertEquals(401, status("GET /mails", host, basic("admin", PASSWORD)));
        assertEquals(401, status("GET /mails", host, "Authorization: Basic ***"));
        assertEquals(401, status("GET /mails", host, "Authorization: Bearer " + PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:%d", "127.0.0.1", "localhost.evil.example:%d", "127.0.0.1:1"})
    void underAnotherNameThereIsNothingEvenWithThePassword(String name) throws IOException {
        assertEquals(421, status("GET /mails", "Host: " + name.formatted(port), basic("mail", PASSWORD)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: http://127.0.0.1:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void anotherSiteGetsNothingEvenWithThePassword(String header) throws IOException {
        assertEquals(403, status("GET /mails", "Host: 127.0.0.1:" + port, header, basic("mail", PASSWORD)));
    }

    private static String basic(String name, String password) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    private int status(String request, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String lines = String.join("\r\n", List.of(headers));
            String asked = request + " HTTP/1.1\r\n" + lines + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(asked.getBytes(UTF_8));
            String answered = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
            return Integer.parseInt(answered.split(" ")[1]);
        }
    }
}

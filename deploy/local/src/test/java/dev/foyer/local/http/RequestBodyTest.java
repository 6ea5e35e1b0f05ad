package dev.foyer.local.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("case-S9")
class RequestBodyTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", RequestBodyTest::echoLength);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    private static void echoLength(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<byte[]> body = RequestBody.read(exchange, 1_024);
            if (body.isPresent()) {
                exchange.sendResponseHeaders(200 + body.get().length, -1);
            }
        }
    }

    @Test
    void whatComesIsRead() throws IOException {
        assertEquals(205, status("Content-Length: 5\r\n\r\nhello"));
        assertEquals(202, status("Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"));
        assertEquals(200, status("\r\n"));
    }

    @Test
    void brokenChunksAreAnswered() throws IOException {
        assertEquals(400, status("Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n"));
    }

    @Test
    void aBodyThatDoesNotComeIsAnswered() throws IOException {
        assertEquals(408, status("Content-Length: 5\r\n\r\n"));
    }

    /** Of the answer. */
    private int status(String rest) throws IOException {
        try (Socket socket =
                new Socket(server.getAddress().getAddress(), server.getAddress().getPort())) {
            socket.getOutputStream().write(("POST / HTTP/1.1\r\nHost: localhost\r\n" + rest).getBytes(US_ASCII));
            socket.getOutputStream().flush();
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
            return Integer.parseInt(line.split(" ")[1]);
        }
    }
}

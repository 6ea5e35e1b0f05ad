package dev.foyer.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.foyer.local.Pause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("case-L7")
class OrderlyStopTest {

    private static final int PATIENCE_MILLIS = 20_000;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void whatIsUnderWayIsAnsweredAndWhoComesLaterIsTurnedAway() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        OrderlyStop stop = OrderlyStop.of(server, server.createContext("/", this::serve));
        server.start();
        int port = server.getAddress().getPort();
        try (Socket slow = connect(port);
                Socket kept = connect(port)) {
            ask(kept, "POST /quick", "{}");
            assertTrue(read(kept, "done").startsWith("HTTP/1.1 200 "));
            ask(slow, "GET /slow", "");
            begun.await();

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(stop::stop);
            assertTrue(Pause.untilTrue(Duration.ofMillis(PATIENCE_MILLIS), () -> !isOpen(port)));
            ask(kept, "POST /quick", "{}");
            String refused = new String(kept.getInputStream().readAllBytes(), UTF_8);
            assertTrue(refused.startsWith("HTTP/1.1 503 "), refused);
            assertTrue(refused.toLowerCase().contains("retry-after: 1\r\n"), refused);
            assertTrue(refused.toLowerCase().contains("connection: close\r\n"), refused);
            assertTrue(refused.contains("\"/problems/stopping\""), refused);

            mayEnd.countDown();
            assertTrue(read(slow, "done").startsWith("HTTP/1.1 200 "));
            stopped.join();
            assertEquals(-1, slow.getInputStream().read());
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().equals("/slow")) {
                begun.countDown();
                mayEnd.await();
            }
            byte[] body = "done".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static boolean isOpen(int port) {
        try (Socket _ = connect(port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void ask(Socket socket, String line, String body) throws IOException {
        String request = line + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(UTF_8));
    }

    private static String read(Socket socket, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("cut off after " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }
}

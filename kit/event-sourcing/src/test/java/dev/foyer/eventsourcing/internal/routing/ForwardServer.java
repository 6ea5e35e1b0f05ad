package dev.foyer.eventsourcing.internal.routing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves a {@link ForwardedCommandHandler} over real HTTP. Its URL is known before it is opened. */
final class ForwardServer implements AutoCloseable {

    static final String AUTHORIZATION = "Bearer of-the-test";

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile CountDownLatch held = new CountDownLatch(0);

    ForwardServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many requests there were so far. */
    int requests() {
        return requests.get();
    }

    /** From here on requests are taken and wait until {@link #release}. */
    void hold() {
        held = new CountDownLatch(1);
    }

    void release() {
        held.countDown();
    }

    ForwardServer open(ForwardedCommandHandler handler) {
        server.createContext("/internal/commands", exchange -> {
            requests.incrementAndGet();
            try (exchange) {
                awaitRelease();
                answer(exchange, handler);
            }
        });
        server.start();
        return this;
    }

    private void awaitRelease() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, ForwardedCommandHandler handler) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!AUTHORIZATION.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        byte[] answer = handler.handle(body).toCompletableFuture().join();
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

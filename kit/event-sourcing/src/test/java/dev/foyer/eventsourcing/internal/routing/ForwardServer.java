package dev.foyer.eventsourcing.internal.routing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Serves a {@link ForwardedCommandHandler} over real HTTP or mutual TLS. Its URL is known before it is opened. */
final class ForwardServer implements AutoCloseable {

    private final HttpServer server;
    private final String scheme;
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
    private final Set<X509Certificate> shown = ConcurrentHashMap.newKeySet();
    private volatile boolean keeps = true;
    private volatile CountDownLatch held = new CountDownLatch(0);

    ForwardServer() {
        this(Optional.empty());
    }

    /** @param tls of a server that wants its clients' certificates */
    ForwardServer(Optional<SSLContext> tls) {
        scheme = tls.isPresent() ? "https" : "http";
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            server = tls.isPresent() ? HttpsServer.create(anyPort, 0) : HttpServer.create(anyPort, 0);
            tls.ifPresent(this::wantCertificates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    private void wantCertificates(SSLContext tls) {
        ((HttpsServer) server).setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters all = tls.getDefaultSSLParameters();
                all.setNeedClientAuth(true);
                parameters.setSSLParameters(all);
            }
        });
    }

    String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many requests there were so far. */
    int requests() {
        return requests.get();
    }

    /** How many connections were ever used. */
    int connections() {
        return connections.size();
    }

    /** The certificates that clients have shown, each once. */
    Set<X509Certificate> shown() {
        return Set.copyOf(shown);
    }

    /** Whether a connection may be used again from now on. */
    void keepsConnections(boolean may) {
        keeps = may;
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
                note(exchange);
                awaitRelease();
                answer(exchange, handler);
            }
        });
        server.start();
        return this;
    }

    private void note(HttpExchange exchange) throws IOException {
        connections.add(exchange.getRemoteAddress());
        if (exchange instanceof HttpsExchange secured) {
            shown.add((X509Certificate) secured.getSSLSession().getPeerCertificates()[0]);
        }
        if (!keeps) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
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
        byte[] answer = handler.handle(body).toCompletableFuture().join();
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.foyer.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who begins the answer: the request's own thread, or the one that has something to tell. */
class StreamConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    /** Whether the head was sent when the first event was. */
    private final CompletableFuture<Boolean> afterHead = new CompletableFuture<>();

    private final CompletableFuture<Void> over = new CompletableFuture<>();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** RESTEasy's sink begins the answer if nobody has; so does its own handler behind the resource, and both at once failed with 500. */
    @Test
    void nothingIsSentBeforeTheHead() throws Exception {
        int port = serving(routing -> {
            begin(routing);
            // The request's own thread is slow.
            vertx.setTimer(100, _ -> {
                routing.response().setStatusCode(200);
                routing.response().setChunked(true).write("");
            });
        });
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"));
            assertEquals(
                    200, client.send(request.build(), BodyHandlers.ofString()).statusCode());
        }
        assertTrue(afterHead.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        over.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Who is gone before there was an answer is told nothing, and holds no place. */
    @Test
    void aClientThatIsGoneIsLetGo() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        int port = serving(routing -> {
            begin(routing);
            begun.complete(null);
        });
        try (Socket client = new Socket("127.0.0.1", port)) {
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            begun.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        over.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void begin(RoutingContext routing) {
        Sink sink = new Sink(routing.response());
        new StreamConnection(sink, new SseImpl(), routing, PATIENCE).begin(client -> {
            try {
                client.event("1", "said", "{}");
            } catch (IOException e) {
                afterHead.completeExceptionally(e);
            }
        });
    }

    private int serving(Consumer<RoutingContext> answer) {
        Router router = Router.router(vertx);
        router.route().handler(answer::accept);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .map(HttpServer::actualPort)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private final class Sink implements SseEventSink {
        private final HttpServerResponse response;

        Sink(HttpServerResponse response) {
            this.response = response;
        }

        @Override
        public boolean isClosed() {
            return response.closed();
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            afterHead.complete(response.headWritten());
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void close() {
            if (!response.closed()) {
                response.end();
            }
            over.complete(null);
        }
    }
}

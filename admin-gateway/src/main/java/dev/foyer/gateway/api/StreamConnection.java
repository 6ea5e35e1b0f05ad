package dev.foyer.gateway.api;

import dev.foyer.gateway.streams.Streams;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One connection with server-sent events, in a thread of its own: the request that began it is over before. Waits until each event is on
 * its way, so that a client that does not receive is noticed.
 */
public final class StreamConnection implements Streams.Receiver {

    private final SseEventSink sink;
    private final Sse sse;
    private final HttpConnection connection;
    /** The head of the answer is on its way, or never will be. */
    private final CompletableFuture<Void> answered = new CompletableFuture<>();

    private final Duration patience;

    /** @param patience who takes longer to receive one event is cut off */
    public StreamConnection(SseEventSink sink, Sse sse, RoutingContext routing, Duration patience) {
        this.sink = sink;
        this.sse = sse;
        this.connection = routing.request().connection();
        this.patience = patience;
        routing.addHeadersEndHandler(_ -> answered.complete(null));
        routing.addEndHandler(_ -> answered.complete(null));
    }

    /**
     * Returns at once; the connection ends when the client has been told. Nothing is sent before the request's own thread has sent the head of
     * the answer: two that begin it are in each other's way, and one of them fails.
     *
     * @param telling blocks for as long as there is something to tell
     */
    public void begin(Consumer<Streams.Receiver> telling) {
        Thread.ofVirtual().name("listener").start(() -> {
            try (sink) {
                answered.join();
                telling.accept(this);
            }
        });
    }

    @Override
    public void event(String id, String name, String json) throws IOException {
        send(sse.newEventBuilder().id(id).name(name).data(String.class, json).build());
    }

    @Override
    public void alive(String id) throws IOException {
        send(sse.newEventBuilder().id(id).comment("alive").build());
    }

    private void send(OutboundSseEvent event) throws IOException {
        if (sink.isClosed()) {
            throw new IOException("The client is gone");
        }
        try {
            sink.send(event).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            connection.close(); // what is not received cannot be ended in order
            throw new IOException("The client does not receive");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

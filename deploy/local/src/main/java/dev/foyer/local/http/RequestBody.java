package dev.foyer.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a request carries, for handlers of the JDK's own server: by itself that closes the connection without a word where a
 * body is broken or does not come.
 */
public final class RequestBody {

    /** Less than the server's own patience, which ends in silence. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int BROKEN = 400;
    private static final int NOT_IN_TIME = 408;

    private RequestBody() {}

    /**
     * Blocks until the body is there.
     *
     * @param most bytes; what is more is left
     * @return empty: the request is answered already, and its connection ends
     */
    public static Optional<byte[]> read(HttpExchange exchange, int most) throws IOException {
        FutureTask<byte[]> reading =
                new FutureTask<>(() -> exchange.getRequestBody().readNBytes(most));
        Thread.ofVirtual().name("request body").start(reading);
        try {
            return Optional.of(reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return refuse(exchange, BROKEN);
        } catch (TimeoutException e) {
            return refuse(exchange, NOT_IN_TIME);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refuse(exchange, NOT_IN_TIME);
        }
    }

    private static Optional<byte[]> refuse(HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(status, -1);
        return Optional.empty();
    }
}

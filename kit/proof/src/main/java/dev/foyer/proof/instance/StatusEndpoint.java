package dev.foyer.proof.instance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.function.Supplier;

/** Tells something about the instance; nothing is 503. */
final class StatusEndpoint implements HttpHandler {

    private final Supplier<String> status;

    StatusEndpoint(Supplier<String> status) {
        this.status = status;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String text = status.get();
        Bodies.send(exchange, text.isEmpty() ? 503 : 200, text.getBytes(UTF_8));
    }
}

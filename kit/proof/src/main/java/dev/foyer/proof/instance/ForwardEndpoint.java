package dev.foyer.proof.instance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.foyer.eventsourcing.internal.routing.ForwardedCommandHandler;
import java.io.IOException;

/** Where other instances forward to. */
final class ForwardEndpoint implements HttpHandler {

    private final ForwardedCommandHandler handler;

    ForwardEndpoint(ForwardedCommandHandler handler) {
        this.handler = handler;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Bodies.send(exchange, 200, handler.handle(body).toCompletableFuture().join());
    }
}

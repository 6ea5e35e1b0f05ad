package dev.foyer.proof.instance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.foyer.eventsourcing.internal.routing.ForwardedCommandHandler;
import java.io.IOException;

/** Where other instances ask. */
final class ForwardEndpoint implements HttpHandler {

    private final ForwardedCommandHandler door;

    ForwardEndpoint(ForwardedCommandHandler door) {
        this.door = door;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Bodies.send(exchange, 200, door.handle(body).toCompletableFuture().join());
    }
}

package dev.foyer.proof.instance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.foyer.eventsourcing.internal.routing.ForwardedCommandHandler;
import dev.foyer.service.calls.InstanceProof;
import java.io.IOException;
import java.util.function.BiPredicate;

/** Where other instances forward to. */
final class ForwardEndpoint implements HttpHandler {

    private final ForwardedCommandHandler handler;
    private final BiPredicate<String, byte[]> proof;

    /** @param proof whether what is shown proves who sends that body */
    ForwardEndpoint(ForwardedCommandHandler handler, BiPredicate<String, byte[]> proof) {
        this.handler = handler;
        this.proof = proof;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!proof.test(exchange.getRequestHeaders().getFirst(InstanceProof.HEADER), body)) {
            Bodies.send(exchange, 403, new byte[0]);
            return;
        }
        Bodies.send(exchange, 200, handler.handle(body).toCompletableFuture().join());
    }
}

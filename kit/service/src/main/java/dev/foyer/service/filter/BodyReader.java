package dev.foyer.service.filter;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Reads the body of one request into its context, where JAX-RS looks first. Lives on the request's event loop. */
final class BodyReader {

    private final RoutingContext request;
    private final int largest;
    private final BooleanSupplier hasRoom;
    private final Buffer body = Buffer.buffer();
    private boolean roomy;
    private boolean over;

    /** @param hasRoom asked once, by a body that becomes longer than usual: whether there is a place for it */
    BodyReader(RoutingContext request, int largest, BooleanSupplier hasRoom) {
        this.request = request;
        this.largest = largest;
        this.hasRoom = hasRoom;
    }

    /** One of them is called, once, unless the caller goes away before. */
    void read(Consumer<RoutingContext> whole, Runnable tooLarge, Runnable noRoom) {
        ContextInternal context = ContextInternal.current();
        HttpServerRequest from = request.request();
        from.exceptionHandler(
                _ -> { // gone: nobody waits for an answer
                    over = true;
                });
        from.handler(part -> {
            if (over) {
                return;
            }
            int length = body.length() + part.length();
            if (length > largest) {
                over = true;
                context.dispatch(tooLarge::run);
            } else if (hasRoomFor(length)) {
                body.appendBuffer(part);
            } else {
                over = true;
                context.dispatch(noRoom::run);
            }
        });
        from.endHandler(_ -> {
            if (!over) {
                ((RoutingContextInternal) request).setBody(body);
                // Back where the request began: a pipelined one has a context of its own.
                context.dispatch(() -> whole.accept(request));
            }
        });
        if ("100-continue".equalsIgnoreCase(from.getHeader("Expect")) && from.version() == HttpVersion.HTTP_1_1) {
            from.response().writeContinue();
        }
        from.resume();
    }

    private boolean hasRoomFor(int length) {
        if (!roomy && length > BodyRule.USUAL) {
            roomy = hasRoom.getAsBoolean();
        }
        return roomy || length <= BodyRule.USUAL;
    }
}

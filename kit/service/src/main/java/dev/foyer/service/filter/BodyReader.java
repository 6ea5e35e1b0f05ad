package dev.foyer.service.filter;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.function.Consumer;

/** Reads the body of one request into its context, where JAX-RS looks first. Lives on the request's event loop. */
final class BodyReader {

    private final RoutingContext request;
    private final int largest;
    private final Buffer body = Buffer.buffer();
    private boolean over;

    BodyReader(RoutingContext request, int largest) {
        this.request = request;
        this.largest = largest;
    }

    /** One of both is called, once, unless the caller goes away before. */
    void read(Consumer<RoutingContext> whole, Runnable tooLarge) {
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
            if (body.length() + part.length() > largest) {
                over = true;
                context.dispatch(tooLarge::run);
            } else {
                body.appendBuffer(part);
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
}

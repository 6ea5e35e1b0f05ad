package dev.foyer.gateway.api;

import dev.foyer.base.Unavailable;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.index.ReadModel;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waiting for the index after a command. The command is durable by then, so nothing here makes it fail: when the index
 * does not show it in time, the answer is still the success, with the header {@code Foyer-View: behind}.
 */
@RequestScoped
public class ReadYourWrites {

    /** Tells that a list or a page may not show this change yet. */
    public static final String HEADER = "Foyer-View";

    static final String BEHIND = "behind";

    /** So long something is waited for that another gateway may have been told of a moment ago. */
    static final Duration FOR_OTHERS = Duration.ofSeconds(1);

    @Inject
    ApiConfig config;

    @Inject
    ReadModel index;

    @Inject
    RoutingContext routing;

    @Inject
    ViewPosition position;

    @Inject
    Tracer tracer;

    /** Blocks until the index shows what the command did, or the deadline is over. @return whether it shows */
    public boolean await(Answered<?> done) {
        position.tell(done.positions());
        Span span = tracer.spanBuilder("view").startSpan();
        try {
            return index.passed(done.positions(), config.viewDeadline()) || notShownYet();
        } finally {
            span.end();
        }
    }

    /** Waits, and reads something that the command must have made; empty when the index does not show it yet. */
    public <T> Optional<T> read(Answered<?> done, Supplier<Optional<T>> read) {
        if (!await(done)) {
            return Optional.empty();
        }
        try {
            return read.get();
        } catch (Unavailable _) {
            notShownYet();
            return Optional.empty();
        }
    }

    /** Blocks until something shows that another service makes of the command, or the time is over. */
    public <T> Optional<T> awaitOthers(Supplier<Optional<T>> read, Duration atMost) {
        try {
            return index.await(read, atMost);
        } catch (Unavailable _) {
            return Optional.empty();
        }
    }

    /** As {@link #awaitOthers}; if it does not show, the answer says so. */
    <T> Optional<T> awaitShown(Supplier<Optional<T>> read) {
        Optional<T> shown = awaitOthers(read, config.viewDeadline());
        if (shown.isEmpty()) {
            notShownYet();
        }
        return shown;
    }

    private boolean notShownYet() {
        routing.response().putHeader(HEADER, BEHIND);
        return false;
    }
}

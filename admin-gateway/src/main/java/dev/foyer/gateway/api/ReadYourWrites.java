package dev.foyer.gateway.api;

import dev.foyer.base.Unavailable;
import dev.foyer.gateway.clients.ServiceAnswer;
import dev.foyer.gateway.index.NotificationEntry;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.setup.GatewayConfig;
import dev.foyer.gateway.setup.IndexRunner;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waiting for the view after a command. The command is durable by then, so nothing here makes it fail: when the view
 * does not follow in time, the answer is still the success, with the header {@code Foyer-View: behind}.
 */
@RequestScoped
public class ReadYourWrites {

    /** Tells that a list or a page may not show this change yet. */
    public static final String HEADER = "Foyer-View";

    @Inject
    GatewayConfig config;

    @Inject
    IndexRunner index;

    @Inject
    RoutingContext routing;

    /** Blocks until the view shows what the command did, or the deadline is over. */
    public boolean follow(ServiceAnswer done) {
        return index.index().passed(done.positions(), config.viewDeadline()) || behind();
    }

    /** Follows, and reads something that the command must have made; empty when the view is behind. */
    public <T> Optional<T> after(ServiceAnswer done, Supplier<Optional<T>> read) {
        if (!follow(done)) {
            return Optional.empty();
        }
        try {
            return read.get();
        } catch (Unavailable _) {
            behind();
            return Optional.empty();
        }
    }

    /** The mail that another service makes of a new PIN; empty when it does not show shortly. */
    public Optional<NotificationEntry> mail(TenantView view, String notificationId) {
        return shortly(() -> view.notification(notificationId), config.notificationDeadline());
    }

    /** Blocks until something shows that another service makes of the command, or the time is over. */
    public <T> Optional<T> shortly(Supplier<Optional<T>> read, Duration atMost) {
        try {
            return index.index().await(read, atMost);
        } catch (Unavailable _) {
            return Optional.empty();
        }
    }

    private boolean behind() {
        routing.response().putHeader(HEADER, "behind");
        return false;
    }
}

package dev.foyer.pin.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.pin.crypto.DeliverySeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * The key that notification-service published last, in memory, because a decision may not wait for anything. Bad keys
 * change nothing. That only notification-service may write the topic is what makes them trustworthy. Thread-safe.
 */
@ApplicationScoped
public class DeliveryKeysTable implements InboundHandler {

    /** Compacted, of notification-service. */
    public static final String TOPIC = "notification.keys";

    private static final Logger LOG = Logger.getLogger(DeliveryKeysTable.class);
    private static final String TYPE = "foyer.notification.DeliveryKeysPublished.v1";

    private volatile DeliverySeal seal;
    private volatile String problem;
    private long newest = -1;

    /** Empty as long as nothing good was published; never again after that. */
    public Optional<DeliverySeal> current() {
        return Optional.ofNullable(seal);
    }

    /** What is wrong with the keys that were published last; a sentence. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public boolean understands(String type) {
        return TYPE.equals(type);
    }

    /** Called by one thread. A reader that starts over must not bring an older key back, not even for a moment. */
    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        if (event.offset() > newest) {
            newest = event.offset();
            take(event);
        }
        return CompletableFuture.completedFuture(null);
    }

    private void take(InboundEvent event) {
        try {
            DeliverySeal published = DeliverySeal.read(event.data().toString(), "The newest record of " + TOPIC);
            LOG.infof(
                    "PINs are sealed to the key %s from now on, thumbprint %s.",
                    published.keyId(), published.thumbprint());
            seal = published;
            problem = null;
        } catch (IllegalStateException e) {
            LOG.errorf("%s What was in force before stays in force.", e.getMessage());
            problem = e.getMessage();
        }
    }
}

package dev.foyer.pin.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.eventsourcing.inbound.LatestByKey;
import dev.foyer.pin.crypto.DeliverySeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The key that notification-service published last, in memory, because a decision may not wait for anything. Bad keys
 * change nothing. That only notification-service may write the topic is what makes them trustworthy. Thread-safe.
 */
@ApplicationScoped
public class DeliveryKeysTable {

    /** Compacted, of notification-service; one key, one partition. */
    public static final String TOPIC = "notification.keys";

    private static final Logger LOG = Logger.getLogger(DeliveryKeysTable.class);
    private static final String TYPE = "foyer.notification.DeliveryKeysPublished.v1";

    private final LatestByKey<DeliverySeal> published = new LatestByKey<>(TYPE, event -> TOPIC, this::read);
    private volatile String problem;

    /** Empty as long as nothing good was published; never again after that. */
    public Optional<DeliverySeal> current() {
        return published.get(TOPIC);
    }

    /** What is wrong with the keys that were published last; a sentence. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** What the topic's reader feeds. */
    public InboundHandler handler() {
        return published;
    }

    private DeliverySeal read(InboundEvent event) {
        try {
            DeliverySeal seal = DeliverySeal.read(event.data().toString(), "The newest record of " + TOPIC);
            LOG.infof("PINs are sealed to the key %s from now on, thumbprint %s.", seal.keyId(), seal.thumbprint());
            problem = null;
            return seal;
        } catch (IllegalStateException e) {
            LOG.errorf("%s What was in force before stays in force.", e.getMessage());
            problem = e.getMessage();
            throw new Unacceptable(e.getMessage());
        }
    }
}

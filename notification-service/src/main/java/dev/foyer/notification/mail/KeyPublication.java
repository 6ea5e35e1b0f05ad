package dev.foyer.notification.mail;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.notification.contract.DeliveryKeysV1;
import dev.foyer.notification.inbound.PublishedKeys;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Brings our public keys to their topic: at start and whenever our file changes, and only if the topic holds something
 * else. It does not answer another instance that publishes others: during a rotation the files differ for a while, and
 * two instances that correct each other would never end. {@link #look} is for one thread, the rest is thread-safe.
 */
public final class KeyPublication {

    private static final Logger LOG = Logger.getLogger(KeyPublication.class);
    private static final long AFTER_A_FAILURE = Duration.ofSeconds(5).toNanos();

    private final Supplier<DeliveryKeys> keys;
    private final PublishedKeys published;
    private final BooleanSupplier topicIsRead;
    private final Consumer<PublicRecord> writer;
    private volatile DeliveryKeys settled;
    private long notBefore = System.nanoTime();

    /**
     * @param keys that are in force; another object after each change
     * @param topicIsRead whether {@code published} knows what was in the topic when we started
     * @param writer returns when the record is durable, throws {@link IllegalStateException} with a sentence when not
     */
    public KeyPublication(
            Supplier<DeliveryKeys> keys,
            PublishedKeys published,
            BooleanSupplier topicIsRead,
            Consumer<PublicRecord> writer) {
        this.keys = keys;
        this.published = published;
        this.topicIsRead = topicIsRead;
        this.writer = writer;
    }

    /** Whether the keys that are in force have reached the topic, as far as it is up to us. */
    public boolean isSettled() {
        return settled == keys.get();
    }

    /** Publishes what has to be published; blocks for it. Never throws. */
    public void look() {
        DeliveryKeys ours = keys.get();
        if (settled == ours || System.nanoTime() - notBefore < 0 || !topicIsRead.getAsBoolean()) {
            return;
        }
        try {
            publish(ours);
            settled = ours;
        } catch (RuntimeException e) {
            notBefore = System.nanoTime() + AFTER_A_FAILURE;
            LOG.warnf("%s Our public keys are not published yet; trying again soon.", e.getMessage());
        }
    }

    private void publish(DeliveryKeys ours) {
        DeliveryKeysV1 halves = ours.publicHalves();
        if (published.last().equals(Optional.of(halves))) {
            return;
        }
        // Whose record it is does not matter here: keys belong to no tenant.
        writer.accept(new PublicRecord(
                DeliveryKeysV1.TOPIC,
                DeliveryKeysV1.SUBJECT,
                DeliveryKeysV1.TYPE,
                DeliveryKeysV1.SUBJECT,
                null,
                halves));
        LOG.infof(
                "Published the public keys %s; PINs are sealed to %s, thumbprint %s, from now on.",
                ours.ids(), ours.currentId(), ours.thumbprint());
    }
}

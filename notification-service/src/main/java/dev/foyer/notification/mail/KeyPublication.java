package dev.foyer.notification.mail;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.base.events.RecordSigner;
import dev.foyer.notification.contract.DeliveryKeysV2;
import dev.foyer.notification.inbound.PublishedKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Brings our public keys to their topic, signed: at start, whenever our file changes, and when somebody else has written
 * there; and only if the topic holds something else. It does not answer another instance that publishes others: during a
 * rotation the files differ for a while, and two instances that correct each other would never end. {@link #look} is for
 * one thread, the rest is thread-safe.
 */
public final class KeyPublication {

    private static final Logger LOG = Logger.getLogger(KeyPublication.class);
    private static final long AFTER_A_FAILURE = Duration.ofSeconds(5).toNanos();

    /** Until what we wrote has come back through the topic; by chance, so that two instances do not answer each other. */
    private static final long SOON = Duration.ofSeconds(1).toNanos();

    private final Supplier<DeliveryKeys> keys;
    private final PublishedKeys published;
    private final BooleanSupplier topicIsRead;
    private final RecordSigner signer;
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
            RecordSigner signer,
            Consumer<PublicRecord> writer) {
        this.keys = keys;
        this.published = published;
        this.topicIsRead = topicIsRead;
        this.signer = signer;
        this.writer = writer;
    }

    /** Whether the keys that are in force have reached the topic, as far as it is up to us. */
    public boolean isSettled() {
        return settled == keys.get() && !published.foreign();
    }

    /** Publishes what has to be published; blocks for it. Never throws. */
    public void look() {
        DeliveryKeys ours = keys.get();
        if (isSettled() || System.nanoTime() - notBefore < 0 || !topicIsRead.getAsBoolean()) {
            return;
        }
        try {
            if (published.foreign()) {
                notBefore = System.nanoTime() + ThreadLocalRandom.current().nextLong(SOON, 2 * SOON);
            }
            publish(ours);
            settled = ours;
        } catch (RuntimeException e) {
            notBefore = System.nanoTime() + AFTER_A_FAILURE;
            LOG.warnf("%s Our public keys are not published yet; trying again soon.", e.getMessage());
        }
    }

    private void publish(DeliveryKeys ours) {
        if (published.last().map(DeliveryKeysV2::keys).equals(Optional.of(ours.publicHalves()))) {
            return;
        }
        Instant at = later(Instant.now(), published.newest().plusMillis(1));
        // Whose record it is does not matter here: keys belong to no tenant.
        writer.accept(new PublicRecord(
                DeliveryKeysV2.TOPIC,
                DeliveryKeysV2.SUBJECT,
                DeliveryKeysV2.TYPE,
                DeliveryKeysV2.SUBJECT,
                null,
                ours.publication(at),
                signer));
        LOG.infof(
                "Published the public keys %s; PINs are sealed to %s, thumbprint %s, from now on.",
                ours.pairs().ids(), ours.currentId(), ours.thumbprint());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

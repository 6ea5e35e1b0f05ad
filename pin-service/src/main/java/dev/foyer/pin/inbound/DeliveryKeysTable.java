package dev.foyer.pin.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.pin.crypto.DeliverySeal;
import dev.foyer.service.keys.TrustedSigners;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * The key that notification-service published last, in memory, because a decision may not wait for anything. The topic
 * proves nothing: a set counts when it is signed by a key that the configuration names, and is not older than the one in
 * force. Any other changes nothing, and is reported until the next good one. Thread-safe; fed by the table's one reader.
 */
public final class DeliveryKeysTable implements InboundHandler {

    /** Compacted, of notification-service; one key, one partition. */
    public static final String TOPIC = "notification.keys";

    private static final Logger LOG = Logger.getLogger(DeliveryKeysTable.class);
    private static final String TYPE = "foyer.notification.DeliveryKeysPublished.v2";
    private static final String ORIGIN = "The newest record of " + TOPIC;

    private final TrustedSigners signers;
    private volatile InForce inForce;
    private volatile String problem;
    private long newest = -1;
    private volatile Runnable cameFirst = () -> {};

    private record InForce(DeliverySeal seal, Instant publishedAt) {}

    /** @param signers whose word on keys counts */
    public DeliveryKeysTable(TrustedSigners signers) {
        this.signers = signers;
    }

    /** Empty as long as nothing good was published; never again after that. */
    public Optional<DeliverySeal> current() {
        return Optional.ofNullable(inForce).map(InForce::seal);
    }

    /** @param then is run when the first one is in force; must not block */
    public void whenItCame(Runnable then) {
        cameFirst = then;
    }

    /** What is wrong with the keys that were published last; a sentence. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public boolean understands(String type) {
        return TYPE.equals(type);
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        if (event.offset() <= newest) {
            return CompletableFuture.completedFuture(null); // the reader started over
        }
        newest = event.offset();
        try {
            take(event);
        } catch (IllegalStateException e) {
            refuse(e.getMessage());
            throw new Unacceptable(e.getMessage());
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Keys older than those in force stay refused: who made the topic anew may have brought them. */
    @Override
    public void topicIsAnother() {
        newest = -1;
    }

    private void take(InboundEvent event) {
        signers.objection(event).ifPresent(objection -> {
            throw new IllegalStateException(ORIGIN + " " + objection + ".");
        });
        InForce next = new InForce(DeliverySeal.read(event.data().toString(), ORIGIN), publishedAt(event));
        InForce now = inForce;
        if (now != null && next.publishedAt().isBefore(now.publishedAt())) {
            throw new IllegalStateException(ORIGIN + " is older than the keys in force: somebody wrote it again.");
        }
        inForce = next;
        problem = null;
        if (now == null) {
            cameFirst.run();
        }
        if (now == null || !now.seal().thumbprint().equals(next.seal().thumbprint())) {
            LOG.infof(
                    "PINs are sealed to the key %s from now on, thumbprint %s.",
                    next.seal().keyId(), next.seal().thumbprint());
        }
    }

    /** Said once, however often somebody writes it. */
    private void refuse(String why) {
        if (!why.equals(problem)) {
            LOG.errorf("%s What was in force before stays in force.", why);
        }
        problem = why;
    }

    private static Instant publishedAt(InboundEvent event) {
        try {
            return Instant.parse(event.data().path("publishedAt").asText());
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(ORIGIN + " does not say when it was published.");
        }
    }
}

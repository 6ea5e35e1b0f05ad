package dev.foyer.notification.inbound;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.notification.contract.DeliveryKeysV2;
import dev.foyer.service.eventsourced.EventSourcedService.Table;
import dev.foyer.service.keys.TrustedSigners;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * What {@code notification.keys} contains now, whichever instance wrote it. What none of us has signed, or has been written
 * a second time, is nobody's: it hides our keys from those who start, so they are to be published again. Thread-safe.
 */
public final class PublishedKeys implements InboundHandler {

    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);
    private static final JsonMapper JSON = Json.mapper().build();
    private static final State NOTHING = new State(null, Instant.EPOCH, false, -1);

    private final TrustedSigners ours;
    private volatile State state = NOTHING;

    /** @param ours whose records are ours */
    public PublishedKeys(TrustedSigners ours) {
        this.ours = ours;
    }

    /**
     * @param last {@code null} when the newest record is not ours
     * @param newest when the newest of ours was published
     * @param offset of the newest record; a reader that starts over brings none back
     */
    private record State(DeliveryKeysV2 last, Instant newest, boolean foreign, long offset) {}

    /** Empty when there is nothing, or nothing that counts. */
    public Optional<DeliveryKeysV2> last() {
        return Optional.ofNullable(state.last());
    }

    /** Whether something that is not ours lies over our keys. */
    public boolean foreign() {
        return state.foreign();
    }

    /** The next publication must be later than that, whatever the clock says. */
    public Instant newest() {
        return state.newest();
    }

    /** Where it is read from. */
    public Table table() {
        return new Table(DeliveryKeysV2.TOPIC, this);
    }

    @Override
    public boolean understands(String type) {
        return true; // whatever lies there hides what lay there before
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        State now = state;
        if (event.offset() <= now.offset()) {
            return CompletableFuture.completedFuture(null);
        }
        Optional<DeliveryKeysV2> ours =
                read(event).filter(keys -> !keys.publishedAt().isBefore(now.newest()));
        if (ours.isEmpty() && !now.foreign() && !DeliveryKeysV2.BEFORE.equals(event.type())) {
            LOG.errorf("The newest record of %s is not of us, or is an old one again.", DeliveryKeysV2.TOPIC);
        }
        state = ours.map(keys -> new State(keys, keys.publishedAt(), false, event.offset()))
                .orElseGet(() -> new State(null, now.newest(), true, event.offset()));
        return CompletableFuture.completedFuture(null);
    }

    /** Nothing is published until it is read there, so that ours are published again. */
    @Override
    public void topicIsAnother() {
        state = new State(null, state.newest(), false, -1);
    }

    private Optional<DeliveryKeysV2> read(InboundEvent event) {
        if (!DeliveryKeysV2.TYPE.equals(event.type()) || ours.objection(event).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.convertValue(event.data(), DeliveryKeysV2.class))
                    .filter(keys -> keys.publishedAt() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package dev.foyer.notification.inbound;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.notification.contract.DeliveryKeysV1;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What {@code notification.keys} says now, whichever instance wrote it. Thread-safe. */
public final class PublishedKeys implements InboundHandler {

    private static final JsonMapper JSON = Json.mapper().build();

    private volatile DeliveryKeysV1 last;

    /** Empty when there is nothing, or nothing that can be read. */
    public Optional<DeliveryKeysV1> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public boolean understands(String type) {
        return DeliveryKeysV1.TYPE.equals(type);
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        last = read(event);
        return CompletableFuture.completedFuture(null);
    }

    private static DeliveryKeysV1 read(InboundEvent event) {
        try {
            return JSON.convertValue(event.data(), DeliveryKeysV1.class);
        } catch (IllegalArgumentException e) {
            return null; // whoever wrote that, ours will replace it
        }
    }
}

package dev.foyer.notification.inbound;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.inbound.LatestByKey;
import dev.foyer.notification.contract.DeliveryKeysV1;
import dev.foyer.service.eventsourced.EventSourcedService.Table;
import java.util.Optional;
import java.util.function.Function;

/** What {@code notification.keys} contains now, whichever instance wrote it. Thread-safe. */
public final class PublishedKeys {

    private static final JsonMapper JSON = Json.mapper().build();

    private final LatestByKey<Optional<DeliveryKeysV1>> latest =
            new LatestByKey<>(DeliveryKeysV1.TYPE, event -> DeliveryKeysV1.SUBJECT, PublishedKeys::read);

    /** Empty when there is nothing, or nothing that can be read. */
    public Optional<DeliveryKeysV1> last() {
        return latest.get(DeliveryKeysV1.SUBJECT).flatMap(Function.identity());
    }

    /** Where it is read from. */
    public Table table() {
        return new Table(DeliveryKeysV1.TOPIC, latest);
    }

    /** What cannot be read must not pass for the keys before it: only what is missing is published again. */
    private static Optional<DeliveryKeysV1> read(InboundEvent event) {
        try {
            return Optional.ofNullable(JSON.convertValue(event.data(), DeliveryKeysV1.class));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package dev.foyer.notification.inbound;

import dev.foyer.service.eventsourced.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics of others that this service reads; which topics and groups that are is in its {@code application.properties}. */
@ApplicationScoped
public class InboundChannels {

    /** PINs that are to be mailed; for this service only. */
    public static final String PIN_DELIVERIES = "pin-deliveries";

    /** What became of users. */
    public static final String PIN_EVENTS = "pin-events";

    @Inject
    Channels channels;

    @Incoming(PIN_DELIVERIES)
    CompletionStage<Void> pinDeliveries(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle(PIN_DELIVERIES, batch);
    }

    @Incoming(PIN_EVENTS)
    CompletionStage<Void> pinEvents(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle(PIN_EVENTS, batch);
    }
}

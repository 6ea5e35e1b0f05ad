package dev.foyer.meeting.inbound;

import dev.foyer.service.eventsourced.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics of others that this service reads; which topics and groups that are is in its {@code application.properties}. */
@ApplicationScoped
public class InboundChannels {

    /** What became of users. */
    public static final String PIN_EVENTS = "pin-events";

    /** Organizers whose PIN was right. */
    public static final String ORGANIZER_VERIFIED = "organizer-verified";

    /** All public events of all tenants, as each tenant may see them; for webhooks. */
    public static final String TENANT_EVENTS = "tenant-events";

    /** What all tenants' telephony bridges say of call legs. */
    public static final String BRIDGE = "bridge";

    /** What all tenants' client apps and other systems say of participants and organizers. */
    public static final String ORGANIZER = "organizer";

    @Inject
    Channels channels;

    @Incoming(PIN_EVENTS)
    CompletionStage<Void> pinEvents(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle(PIN_EVENTS, batch);
    }

    @Incoming(BRIDGE)
    CompletionStage<Void> bridge(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle(BRIDGE, batch);
    }

    @Incoming(ORGANIZER)
    CompletionStage<Void> organizer(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle(ORGANIZER, batch);
    }

    @Incoming(ORGANIZER_VERIFIED)
    CompletionStage<Void> organizerVerified(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle(ORGANIZER_VERIFIED, batch);
    }

    @Incoming(TENANT_EVENTS)
    CompletionStage<Void> tenantEvents(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle(TENANT_EVENTS, batch);
    }
}

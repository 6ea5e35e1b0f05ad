package dev.foyer.pin.inbound;

import dev.foyer.service.eventsourced.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics of others that this service reads; which topics and groups that are is in its {@code application.properties}. */
@ApplicationScoped
public class InboundChannels {

    /** What all tenants' systems say about users and licences. */
    public static final String DIRECTORY = "directory";

    /** What became of meetings. */
    public static final String MEETING_EVENTS = "meeting-events";

    @Inject
    Channels channels;

    @Incoming(MEETING_EVENTS)
    CompletionStage<Void> meetingEvents(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle(MEETING_EVENTS, batch);
    }

    @Incoming(DIRECTORY)
    CompletionStage<Void> directory(ConsumerRecords<byte[], byte[]> batch) {
        return channels.handle(DIRECTORY, batch);
    }
}

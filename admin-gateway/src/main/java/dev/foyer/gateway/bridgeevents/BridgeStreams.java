package dev.foyer.gateway.bridgeevents;

import dev.foyer.gateway.streams.Streams;
import dev.foyer.gateway.streams.TopicReaders;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** The connections on which bridges listen. Blocks its callers, which are virtual threads. Thread-safe. */
@ApplicationScoped
public class BridgeStreams {

    /** Ahead of the drain, which waits for what is under way: these never end by themselves. */
    private static final int FIRST = 1;

    @Inject
    BridgeEventsConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    MeterRegistry metrics;

    private Streams streams;

    @PostConstruct
    void open() {
        TopicReaders topics = new TopicReaders(kafka);
        streams = new Streams(
                "bridge",
                config.limits(),
                new MeetingEventsTail(topics, config.buffer()),
                CallEvents::said,
                topics,
                metrics);
    }

    /** Its series are there from the start; nothing is read before somebody listens. */
    void start(@Observes StartupEvent event) {}

    /** See {@link Streams#connect}: every bridge hears all of its tenant. */
    public Streams.Connection connect(String tenant) {
        return streams.connect(tenant, _ -> true);
    }

    /** Clients come back at another gateway, where they go on. */
    void stop(@Observes @Priority(FIRST) ShutdownDelayInitiatedEvent event) {
        streams.stop();
    }
}

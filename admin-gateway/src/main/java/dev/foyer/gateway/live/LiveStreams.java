package dev.foyer.gateway.live;

import dev.foyer.gateway.index.Subject;
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
import java.util.Set;

/** The connections on which pages and dashboards listen. Blocks its callers, which are virtual threads. Thread-safe. */
@ApplicationScoped
public class LiveStreams {

    /** Ahead of the drain, which waits for what is under way: these never end by themselves. */
    private static final int FIRST = 1;

    @Inject
    LiveConfig config;

    @Inject
    LiveView view;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    MeterRegistry metrics;

    private Streams streams;

    @PostConstruct
    void open() {
        streams = new Streams("live", config.limits(), view, new Changes(), new TopicReaders(kafka), metrics);
    }

    /** Its series are there from the start; nothing is read before somebody listens. */
    void start(@Observes StartupEvent event) {}

    /** See {@link Streams#connect}. @param subjects what the listener may see */
    public Streams.Connection connect(String tenant, Set<Subject> subjects) {
        return streams.connect(tenant, said -> subjects.contains(Subject.valueOf(said.subject())));
    }

    /** With which somebody who has asked for something now hears what changes after it; see {@link LiveView#position}. */
    public String position() {
        return view.position();
    }

    /** Clients come back at another gateway, where they go on. */
    void stop(@Observes @Priority(FIRST) ShutdownDelayInitiatedEvent event) {
        streams.stop();
    }
}

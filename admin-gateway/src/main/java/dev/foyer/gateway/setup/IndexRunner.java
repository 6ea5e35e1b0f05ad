package dev.foyer.gateway.setup;

import dev.foyer.gateway.index.FeedCounters;
import dev.foyer.gateway.index.ViewIndex;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Opens the read model with the application and closes it with its last commit. */
@Startup
@ApplicationScoped
public class IndexRunner {

    @Inject
    GatewayConfig config;

    @Inject
    MeterRegistry metrics;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private ViewIndex index;

    @PostConstruct
    void open() {
        index = ViewIndex.open(config.indexDirectory(), kafka, new Counters(metrics));
    }

    @PreDestroy
    void close() {
        index.close();
    }

    /** The read model; the same one for the life of the application. */
    public ViewIndex index() {
        return index;
    }

    private record Counters(Counter indexedEvents, Counter skippedEvents, Counter unreadableRecords)
            implements FeedCounters {

        Counters(MeterRegistry metrics) {
            this(
                    metrics.counter("foyer.index.events", "outcome", "indexed"),
                    metrics.counter("foyer.index.events", "outcome", "skipped"),
                    metrics.counter("foyer.index.events", "outcome", "unreadable"));
        }

        @Override
        public void indexed() {
            indexedEvents.increment();
        }

        @Override
        public void skipped() {
            skippedEvents.increment();
        }

        @Override
        public void unreadable() {
            unreadableRecords.increment();
        }
    }
}

package dev.foyer.gateway.setup;

import dev.foyer.gateway.index.FeedCounters;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.live.LiveView;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** Opens the read model with the application and closes it with its last commit. */
@ApplicationScoped
public class IndexRunner {

    /** The same one for the life of the application. */
    @Produces
    @Singleton
    @Startup
    ReadModel open(
            IndexConfig config,
            MeterRegistry metrics,
            LiveView live,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return ReadModel.open(config.indexDirectory(), kafka, new Counters(metrics), live.onlooker());
    }

    void close(@Disposes ReadModel index) {
        index.close();
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

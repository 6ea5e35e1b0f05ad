package dev.foyer.gateway.setup;

import dev.foyer.gateway.index.FeedCounters;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.live.LiveView;
import dev.foyer.service.CountedWords;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

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
        Counters counters = new Counters(metrics);
        ReadModel index = ReadModel.open(config.indexDirectory(), kafka, counters, live.onlooker());
        Gauge.builder("foyer.index.lag", counters.behind(), AtomicLong::get)
                .description("Records in the public topics that the index does not show yet")
                .baseUnit("records")
                .strongReference(true)
                .register(metrics);
        Gauge.builder("foyer.index.caught.up", index, open -> open.isCaughtUp() ? 1 : 0)
                .description("1 while the index shows all that was in the topics when it was opened")
                .register(metrics);
        Gauge.builder("foyer.index.silence", index, open -> open.brokerSilence().toMillis() / 1_000.0)
                .description("Since the broker has answered the index")
                .baseUnit("seconds")
                .register(metrics);
        return index;
    }

    void close(@Disposes ReadModel index) {
        index.close();
    }

    private record Counters(CountedWords events, AtomicLong behind) implements FeedCounters {

        Counters(MeterRegistry metrics) {
            this(
                    CountedWords.of(
                            metrics,
                            "foyer.index.events",
                            "Records of the public topics that the index has read, by what became of them",
                            "outcome",
                            List.of("indexed", "skipped", "unreadable")),
                    new AtomicLong());
        }

        @Override
        public void behind(long records) {
            behind.set(records);
        }

        @Override
        public void indexed() {
            events.count("indexed");
        }

        @Override
        public void skipped() {
            events.count("skipped");
        }

        @Override
        public void unreadable() {
            events.count("unreadable");
        }
    }
}

package dev.foyer.service.keys;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks at key files now and then, on one thread of its own, so that a rotation needs no restart. Thread-safe. */
@ApplicationScoped
public class KeyFileWatch {

    @Inject
    MeterRegistry metrics;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("key-watch").factory());

    /** @param look never throws, such as {@link WatchedFile#look} */
    public void every(Duration pause, Runnable look) {
        thread.scheduleWithFixedDelay(look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Makes the gauge {@code foyer.keys.refused}: 1 while there are newer keys that are not in force.
     *
     * @param keys which ones, as the gauge's tag
     * @param problem why they are not in force
     */
    public void report(String keys, Supplier<Optional<String>> problem) {
        Gauge.builder("foyer.keys.refused", () -> problem.get().isPresent() ? 1 : 0)
                .tag("keys", keys)
                .description("1 while there are newer keys that are not in force")
                .register(metrics);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }
}

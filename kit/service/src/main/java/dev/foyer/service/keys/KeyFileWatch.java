package dev.foyer.service.keys;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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

    /**
     * Makes the gauge {@code foyer.key.created.timestamp.seconds} of keys of ours; not a number while nobody has said when that was.
     *
     * @param keys which ones, as the gauge's tag
     * @param made when the current one of them was made, by the member {@code iat} in its file
     */
    public void age(String keys, Supplier<Optional<Instant>> made) {
        Gauge.builder(
                        "foyer.key.created.timestamp",
                        () -> made.get().map(at -> (double) at.getEpochSecond()).orElse(Double.NaN))
                .baseUnit("seconds")
                .tag("keys", keys)
                .description("When the current key was made, as its file says; not a number where it does not")
                .register(metrics);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }
}

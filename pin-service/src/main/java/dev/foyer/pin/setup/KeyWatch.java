package dev.foyer.pin.setup;

import dev.foyer.pin.crypto.KeyedPinVault;
import dev.foyer.pin.crypto.PepperSource;
import dev.foyer.pin.inbound.DeliveryKeysTable;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks at the pepper's file now and then, on a thread of its own, so that a rotation needs no restart. */
@ApplicationScoped
class KeyWatch {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("key-watch").factory());

    void start(
            @Observes StartupEvent event,
            PepperSource pepper,
            KeyedPinVault vault,
            DeliveryKeysTable deliveryKeys,
            PinConfig config,
            MeterRegistry metrics) {
        gauge(metrics, "pepper", pepper::problem);
        gauge(metrics, "delivery", deliveryKeys::problem);
        FunctionCounter.builder("foyer.pins.unverifiable", vault, KeyedPinVault::unverifiable)
                .description("PINs that could not be compared, because their pepper key is gone or not here yet")
                .register(metrics);
        long pause = config.keyFileInterval().toMillis();
        thread.scheduleWithFixedDelay(pepper::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    private static void gauge(MeterRegistry metrics, String keys, Supplier<Optional<String>> problem) {
        Gauge.builder("foyer.keys.refused", () -> problem.get().isPresent() ? 1 : 0)
                .tag("keys", keys)
                .description("1 while there are newer keys that are not in force")
                .register(metrics);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }
}

package dev.foyer.notification.setup;

import dev.foyer.notification.mail.DeliveryKeys;
import dev.foyer.notification.mail.KeyPublication;
import dev.foyer.service.keys.WatchedFile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the key file now and then, and at once whether something is to be published; on a thread of its own. */
@ApplicationScoped
class KeyWatch {

    /** When the topic's reader has been started; before that there seems to be nothing to read. */
    private static final int AFTER_THE_TABLES = 5_000;

    private static final long SOON_MILLIS = 200;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("key-watch").factory());

    void start(
            @Observes @Priority(AFTER_THE_TABLES) StartupEvent event,
            WatchedFile<DeliveryKeys> keys,
            KeyPublication publication,
            NotificationConfig config,
            MeterRegistry metrics) {
        Gauge.builder("foyer.keys.refused", keys, file -> file.problem().isPresent() ? 1 : 0)
                .tag("keys", "delivery")
                .description("1 while the file has keys that are not in force")
                .register(metrics);
        Gauge.builder("foyer.keys.unpublished", publication, keysToCome -> keysToCome.isSettled() ? 0 : 1)
                .description("1 while the public halves of our keys have not reached their topic")
                .register(metrics);
        long pause = config.keyFileInterval().toMillis();
        thread.scheduleWithFixedDelay(keys::look, pause, pause, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(publication::look, 0, SOON_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }
}

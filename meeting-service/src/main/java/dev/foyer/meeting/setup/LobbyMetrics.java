package dev.foyer.meeting.setup;

import dev.foyer.eventsourcing.Commands;
import dev.foyer.service.eventsourced.LocalAggregates;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What operators watch of lobbies; the service's README has the table. No label has a value that comes from outside. */
@Singleton
class LobbyMetrics {

    private static final String ADMISSIONS = "foyer.admissions";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("open-lobbies").factory());

    @Produces
    @Singleton
    static OpenLobbies openLobbies() {
        return new OpenLobbies();
    }

    void start(
            @Observes StartupEvent event,
            OpenLobbies open,
            MeetingAggregates aggregates,
            @LocalAggregates Commands local,
            MeterRegistry registry) {
        Clock clock = Clock.systemUTC();
        Gauge.builder("foyer.lobbies.open", open, OpenLobbies::lobbies)
                .description("Lobbies in which somebody waits, of the meetings that this instance owns")
                .register(registry);
        Gauge.builder("foyer.lobbies.waiting", open, OpenLobbies::waiting)
                .description("Callers who wait")
                .register(registry);
        Gauge.builder("foyer.lobbies.oldest.wait.seconds", open, lobbies -> lobbies.oldestWait(clock.instant()))
                .description("Since when whoever waits longest does")
                .register(registry);
        Gauge.builder("foyer.lobbies.waiting.though.running", open, OpenLobbies::waitingThoughRunning)
                .description("Callers who wait although their meeting runs and lets in whoever comes")
                .register(registry);
        FunctionCounter.builder(ADMISSIONS, open, OpenLobbies::admittedFromLobby)
                .tag("from", "lobby")
                .description("Callers who were let into a meeting")
                .register(registry);
        FunctionCounter.builder(ADMISSIONS, open, OpenLobbies::admittedDirectly)
                .tag("from", "outside")
                .description("Callers who were let into a meeting")
                .register(registry);
        timer.scheduleWithFixedDelay(
                () -> open.leaveToOthers(id -> local.read(aggregates.meetings(), id)), 1, 1, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }
}

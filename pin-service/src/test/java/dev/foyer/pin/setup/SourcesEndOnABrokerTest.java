package dev.foyer.pin.setup;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.JournalCheck;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.pin.FakeVault;
import dev.foyer.pin.domain.scan.CallSourceCommand.CountUnknownId;
import dev.foyer.pin.domain.signin.SourceCommand.CountFailedSignIn;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.Around;
import dev.foyer.pin.domain.user.Room;
import dev.foyer.pin.setup.PinAggregates.UserLimits;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever guesses from another address, or by another number, each time fills no memory. */
@Tag("case-S7")
@Tag("G2")
class SourcesEndOnABrokerTest {

    private static final int SOURCES = 300;

    private static EmbeddedBroker broker;

    private final PinAggregates aggregates = PinAggregates.of(
            (_, _, _) -> FakeVault.drawing(),
            PinKeysResource.signer(),
            _ -> TenantSettings.DEFAULT,
            CommitListener.none(),
            new UserLimits(Around.PATIENCE, Around.RESETS, Room.ENDLESS));

    /** In the past, because a broker takes no records from far in the future. */
    private final MovedClock clock = new MovedClock(Duration.ofHours(-3));

    private SimpleMeterRegistry metrics;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start();
        Topics.createAll(broker);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void manyComeTimePassesAndNobodyIsLeft() {
        try (AggregateRuntime runtime = owner()) {
            List<CompletableFuture<?>> all = new ArrayList<>();
            for (int i = 0; i < SOURCES; i++) {
                all.add(submit(runtime, aggregates.signInSources(), "192.0.2." + i, new CountFailedSignIn("digest")));
                all.add(submit(
                        runtime,
                        aggregates.callSources(),
                        "contoso.com/number." + i,
                        new CountUnknownId("+390212345678", 0)));
            }
            all.forEach(CompletableFuture::join);
            // The metrics of a batch follow its answers.
            await().until(() -> inMemory() == 2 * SOURCES);
            clock.to(Duration.ZERO);
            // What is asked gives the timers a turn.
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                for (int i = 0; i < 9; i++) {
                    submit(runtime, aggregates.signInSources(), "198.51.100." + i, new CountFailedSignIn("digest"))
                            .join();
                }
                return inMemory() == 9;
            });
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertEquals(
                            List.of(),
                            runtime.verify().stream()
                                    .map(JournalCheck::differing)
                                    .flatMap(List::stream)
                                    .toList()));
        }
        // Neither for who comes next, by its snapshots and the journal behind them.
        try (AggregateRuntime next = owner()) {
            await().until(() -> inMemory() == 9);
        }
    }

    private AggregateRuntime owner() {
        metrics = new SimpleMeterRegistry();
        AggregateRuntime runtime = new AggregateRuntime(
                RuntimeSettings.of(broker.connection(), "pin-service", "pin.journal", 3, "http://127.0.0.1:0")
                        .withSession(Optional.empty(), Duration.ofSeconds(2))
                        .withRecovery(Optional.of(new Snapshots("pin.snapshots", 20, Duration.ofHours(1))), false)
                        .withClock(clock)
                        .withMetrics(metrics),
                aggregates.all());
        await().atMost(Duration.ofSeconds(30)).until(() -> runtime.partitions().size() == 3 && runtime.ready());
        return runtime;
    }

    private int inMemory() {
        return (int) metrics.find("foyer.partition.aggregates").gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    private static <C> CompletableFuture<?> submit(
            AggregateRuntime runtime, AggregateType<?, C, ?, ?, ?, ?> type, String id, C command) {
        String commandId = UUID.randomUUID().toString();
        return runtime.submit(type, id, command, new CommandMeta(commandId, commandId, Actor.service("test")))
                .toCompletableFuture();
    }

    /** Goes with the time, so much before it or behind. */
    private static final class MovedClock extends Clock {

        private volatile Duration by;

        private MovedClock(Duration by) {
            this.by = by;
        }

        private void to(Duration other) {
            by = other;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

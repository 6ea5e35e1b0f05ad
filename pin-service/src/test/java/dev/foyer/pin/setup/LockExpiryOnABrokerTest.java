package dev.foyer.pin.setup;

import static dev.foyer.pin.domain.user.UserFixture.AMOS;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.PIN;
import static dev.foyer.pin.domain.user.UserFixture.WRONG;
import static dev.foyer.pin.domain.user.UserFixture.enable;
import static dev.foyer.pin.domain.user.UserFixture.provision;
import static dev.foyer.pin.domain.user.UserFixture.verify;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.pin.FakeVault;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.Around;
import dev.foyer.pin.domain.user.Room;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.WantConferenceId;
import dev.foyer.pin.setup.PinAggregates.UserLimits;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.TopicContents;
import dev.foyer.testing.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user who was locked almost an hour ago, and an owner now: the lock ends, and nobody asked. */
@Tag("B4")
class LockExpiryOnABrokerTest {

    private static final int LIMIT = 25;
    /** In the past, because a broker takes no records from far in the future. */
    private static final Duration NEARLY_AN_HOUR = Duration.ofHours(1).minusSeconds(3);

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start();
        Topics.createAll(broker);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    /** Recovered from the journal alone, or from snapshots. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLockEndsOnceAndAtItsTimeAlsoAfterARecovery(boolean snapshots) {
        String id = snapshots ? "contoso.com/u-17" : "contoso.com/u-18";
        PinAggregates aggregates = PinAggregates.of(
                vaults(FakeVault.drawing(PIN)),
                PinKeysResource.signer(),
                _ -> TenantSettings.DEFAULT,
                CommitListener.none(),
                new UserLimits(Around.PATIENCE, Around.RESETS, Room.ENDLESS));
        try (AggregateRuntime then = owner(aggregates, NEARLY_AN_HOUR, snapshots)) {
            submit(then, aggregates, id, provision(AMOS));
            submit(then, aggregates, id, new WantConferenceId(CONFERENCE_ID));
            submit(then, aggregates, id, enable());
            for (int i = 0; i < LIMIT; i++) {
                submit(then, aggregates, id, verify("call-" + i, WRONG));
            }
        }
        InboundEvent locked = only(id, "PinLocked");
        try (AggregateRuntime now = owner(aggregates, Duration.ZERO, snapshots)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !of(id, "PinUnlocked").isEmpty());
            submit(now, aggregates, id, verify("call-of-organizer", PIN));
        }
        InboundEvent unlocked = only(id, "PinUnlocked");
        assertEquals("EXPIRED", unlocked.data().get("reason").textValue());
        assertEquals(locked.data().get("until"), unlocked.data().get("at"));
        assertEquals("pin-service", unlocked.actor());
        assertEquals(1, of(id, "OrganizerVerified").size());
    }

    private static PinAggregates.Vaults vaults(FakeVault vault) {
        return (_, _, _) -> vault;
    }

    private static AggregateRuntime owner(PinAggregates aggregates, Duration ago, boolean snapshots) {
        AggregateRuntime runtime = new AggregateRuntime(
                RuntimeSettings.of(broker.connection(), "pin-service", "pin.journal", 3, "http://127.0.0.1:0")
                        .withSession(Optional.empty(), Duration.ofSeconds(2))
                        .withRecovery(
                                Optional.of(new Snapshots("pin.snapshots", 1, Duration.ofHours(1)))
                                        .filter(_ -> snapshots),
                                false)
                        .withClock(Clock.offset(Clock.systemUTC(), ago.negated())),
                aggregates.all());
        await().atMost(Duration.ofSeconds(30)).until(() -> runtime.partitions().size() == 3 && runtime.ready());
        return runtime;
    }

    private static void submit(AggregateRuntime runtime, PinAggregates aggregates, String id, UserCommand command) {
        String commandId = UUID.randomUUID().toString();
        runtime.submit(aggregates.users(), id, command, new CommandMeta(commandId, commandId, Around.ADMIN))
                .toCompletableFuture()
                .join();
    }

    private static InboundEvent only(String id, String type) {
        List<InboundEvent> all = of(id, type);
        assertEquals(1, all.size(), type);
        return all.getFirst();
    }

    private static List<InboundEvent> of(String id, String type) {
        return TopicContents.events(broker, "pin.events").stream()
                .filter(event -> id.equals(event.subject()) && event.type().equals("foyer.pin." + type + ".v1"))
                .toList();
    }
}

package dev.foyer.pin.setup;

import static dev.foyer.pin.domain.user.UserFixture.AMOS;
import static dev.foyer.pin.domain.user.UserFixture.CONFERENCE_ID;
import static dev.foyer.pin.domain.user.UserFixture.enable;
import static dev.foyer.pin.domain.user.UserFixture.provision;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.pin.FakeVault;
import dev.foyer.pin.domain.tenant.TenantSettings;
import dev.foyer.pin.domain.user.Around;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.Room;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.ResetPin;
import dev.foyer.pin.domain.user.UserCommand.WantConferenceId;
import dev.foyer.pin.setup.PinAggregates.UserLimits;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.TopicContents;
import dev.foyer.testing.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clock is half an hour ahead, and the next owner's is right: a user's time and sequence go on all the same. */
@Tag("case-L3")
class ClockStepsOnABrokerTest {

    private static final String ID = "contoso.com/u-17";
    private static final Duration AHEAD = Duration.ofMinutes(30);

    private static EmbeddedBroker broker;

    private final PinAggregates aggregates = PinAggregates.of(
            (_, _, _) -> FakeVault.drawing("58213", "61427", "73918"),
            PinKeysResource.signer(),
            _ -> TenantSettings.DEFAULT,
            CommitListener.none(),
            new UserLimits(Around.PATIENCE, Around.RESETS, Room.ENDLESS));

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
    void whatHappensToAUserIsLaterThanWhatHappenedBefore() {
        Instant began = Instant.now();
        try (AggregateRuntime ahead = owner(AHEAD)) {
            submit(ahead, provision(AMOS));
            submit(ahead, new WantConferenceId(CONFERENCE_ID));
            submit(ahead, enable());
        }
        try (AggregateRuntime back = owner(Duration.ZERO)) {
            submit(back, new ResetPin(MailOptions.BY_TENANT, false));
        }
        List<InboundEvent> deliveries = TopicContents.events(broker, "pin.deliveries").stream()
                .filter(event -> ID.equals(event.subject()))
                .toList();
        assertEquals(2, deliveries.size());
        InboundEvent welcome = deliveries.getFirst();
        InboundEvent reset = deliveries.getLast();
        assertTrue(welcome.time().isAfter(began.plus(AHEAD).minusSeconds(1)));
        assertTrue(!reset.time().isBefore(welcome.time()), "the user's time stands still");
        assertEquals(reset.time(), Instant.parse(reset.data().get("at").textValue()));
        assertTrue(
                reset.origin().writtenAt().isBefore(welcome.origin().writtenAt()),
                "what the broker looks at is by the clock");
        assertTrue(reset.sequence() > welcome.sequence());
        assertEquals(reset.sequence(), reset.data().get("sequence").longValue());
    }

    private AggregateRuntime owner(Duration ahead) {
        AggregateRuntime runtime = new AggregateRuntime(
                RuntimeSettings.of(broker.connection(), "pin-service", "pin.journal", 3, "http://127.0.0.1:0")
                        .withSession(Optional.empty(), Duration.ofSeconds(2))
                        .withClock(Clock.offset(Clock.systemUTC(), ahead)),
                aggregates.all());
        await().atMost(Duration.ofSeconds(30)).until(() -> runtime.partitions().size() == 3 && runtime.ready());
        return runtime;
    }

    private void submit(AggregateRuntime runtime, UserCommand command) {
        String commandId = UUID.randomUUID().toString();
        runtime.submit(aggregates.users(), ID, command, new CommandMeta(commandId, commandId, Around.ADMIN))
                .toCompletableFuture()
                .join();
    }
}

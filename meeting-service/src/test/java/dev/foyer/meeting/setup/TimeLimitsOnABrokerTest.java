package dev.foyer.meeting.setup;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.meeting.domain.LobbyRules;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingCommand.ScheduleMeeting;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A meeting that a caller started almost four hours ago, and an owner now: it ends, and nobody asked. */
@Tag("E6")
class TimeLimitsOnABrokerTest {

    /** In the past, because a broker takes no records from far in the future. */
    private static final Duration NEARLY_4_HOURS = Duration.ofHours(4).minusSeconds(3);

    private static final MeetingAggregates AGGREGATES =
            MeetingAggregates.of(LobbyRules.DEFAULT, CommitListener.none(), CommitListener.none());

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
    void itEndsAtItsTimeAlsoAfterARecovery(boolean snapshots) {
        String id = snapshots ? "471100815" : "471100816";
        try (AggregateRuntime then = owner(NEARLY_4_HOURS, snapshots)) {
            submit(then, id, new ScheduleMeeting(CONTOSO, AMOS, null, true));
            submit(then, id, dialIn("c-1"));
        }
        assertFalse(types(id).contains("TimeLimitReached"));
        try (AggregateRuntime now = owner(Duration.ZERO, snapshots)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> types(id).contains("MeetingEnded"));
        }
        assertEquals(
                List.of("MeetingScheduled", "MeetingStarted", "CallerAdmitted", "TimeLimitReached", "MeetingEnded"),
                types(id));
        InboundEvent limit = events(id).get(3);
        assertEquals(
                Instant.parse(events(id).get(1).data().get("startedAt").textValue())
                        .plus(Duration.ofHours(4)),
                Instant.parse(limit.data().get("at").textValue()));
        assertEquals("meeting-service", limit.actor());
    }

    private static AggregateRuntime owner(Duration ago, boolean snapshots) {
        AggregateRuntime runtime = new AggregateRuntime(
                RuntimeSettings.of(broker.connection(), "meeting-service", "meeting.journal", 3, "http://127.0.0.1:0")
                        .withSession(Optional.empty(), Duration.ofSeconds(2))
                        .withRecovery(
                                Optional.of(new Snapshots("meeting.snapshots", 1, Duration.ofHours(1)))
                                        .filter(_ -> snapshots),
                                false)
                        .withClock(Clock.offset(Clock.systemUTC(), ago.negated())),
                AGGREGATES.all());
        await().atMost(Duration.ofSeconds(30)).until(() -> runtime.partitions().size() == 3 && runtime.ready());
        return runtime;
    }

    private static void submit(AggregateRuntime runtime, String id, MeetingCommand command) {
        String commandId = UUID.randomUUID().toString();
        runtime.submit(
                        AGGREGATES.meetings(),
                        id,
                        command,
                        new CommandMeta(commandId, commandId, new Actor("bridge", "bridge", null)))
                .toCompletableFuture()
                .join();
    }

    private static List<InboundEvent> events(String id) {
        return TopicContents.events(broker, "meeting.events").stream()
                .filter(event -> id.equals(event.subject()))
                .toList();
    }

    /** {@code MeetingEnded}, ... */
    private static List<String> types(String id) {
        return events(id).stream().map(event -> event.type().split("\\.")[2]).toList();
    }
}

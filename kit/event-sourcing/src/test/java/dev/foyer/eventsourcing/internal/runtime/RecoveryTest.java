package dev.foyer.eventsourcing.internal.runtime;

import static dev.foyer.testing.Patience.answer;
import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.TopicContents;
import dev.foyer.testing.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What an owner knows when it begins, wherever it has it from: journal, snapshots, or a standby. On a real broker. */
class RecoveryTest {

    private static final int AGGREGATES = 50;
    private static final int COMMANDS = 500;
    private static final long COMMANDS_OF_THE_FIRST = IntStream.range(0, COMMANDS)
            .filter(i -> Partitions.of(Tally.TYPE.key("t" + i % AGGREGATES), 3) == 0)
            .count();

    private static EmbeddedBroker broker;

    private final List<AggregateRuntime> started = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private String service;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start();
        Topics.create(broker, List.of(new NewTopic(Tally.EVENTS, 3, (short) 1)));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopics(TestInfo test) {
        service = test.getTestMethod().orElseThrow().getName();
        Topics.create(
                broker,
                List.of(
                        new NewTopic(service + ".journal", 3, (short) 1),
                        new NewTopic(service + ".snapshots", 3, (short) 1)
                                .configs(Map.of("cleanup.policy", "compact"))));
    }

    @AfterEach
    void stopRuntimes() {
        started.forEach(AggregateRuntime::close);
    }

    @Test
    void snapshotsAndTheJournalBehindThemGiveWhatTheWholeJournalGives() throws Exception {
        AggregateRuntime first = running(Tally.TYPE);
        fill(first);
        awaitMarks(first);
        add(first, "behind the mark", 1, "c-behind");
        first.close();
        AggregateRuntime second = running(Tally.TYPE);
        for (int i = 0; i < AGGREGATES; i++) {
            assertEquals(COMMANDS / AGGREGATES, total(second, "t" + i));
        }
        assertEquals(1, total(second, "behind the mark"));
        assertEquals(List.of(), differing(second));
        var again = assertInstanceOf(Reply.Done.class, add(second, "t0", 1, "c" + (COMMANDS - AGGREGATES)));
        assertTrue(again.repeated(), "a snapshot remembers the last commands");
    }

    /** While commands are decided, a check compares two readings of the journal: they must end at the same record. */
    @Test
    void aReadingEndsWhereItIsToldAndNotAPollLater() throws Exception {
        fill(running(Tally.TYPE));
        Partition partition = new Partition(settings(Tally.TYPE), 0, Map.of(Tally.TYPE.name(), Tally.TYPE));
        try (JournalReader reader = new JournalReader(partition, "bounded")) {
            // A command is answered when its commit is sure; readers see it when the broker has marked its end.
            await().until(() -> events(upTo(reader.end(), reader, partition)) == COMMANDS_OF_THE_FIRST);
            long middle = reader.end() / 2;
            PartitionState half = upTo(middle, reader, partition);
            assertEquals(middle, half.position());
            PartitionState whole = upTo(reader.end(), reader, partition);
            assertTrue(events(half) < events(whole), "The second half is not in the first");
            reader.readTo(reader.end(), half, () -> false);
            assertEquals(events(whole), events(half));
        }
    }

    private static PartitionState upTo(long end, JournalReader reader, Partition partition) {
        PartitionState state = partition.empty();
        reader.readTo(end, state, () -> false);
        return state;
    }

    private static long events(PartitionState state) {
        return state.keys().stream().mapToLong(key -> state.get(key).sequence()).sum();
    }

    @Test
    void snapshotsOfAnotherFormatAreIgnored() throws Exception {
        AggregateRuntime first = running(Tally.TYPE);
        fill(first);
        awaitMarks(first);
        first.close();
        Partition changed = new Partition(settings(Tally.TYPE), 0, Map.of(Tally.TYPE.name(), nextGeneration()));
        assertEquals(0, changed.load(() -> false).size());
        AggregateRuntime second = running(nextGeneration());
        assertEquals(COMMANDS / AGGREGATES, total(second, "t7"));
        awaitMarks(second);
        assertEquals(List.of(), differing(second));
    }

    @Test
    void standbyTakesOverWhatTheOwnerDidUpToItsLastCommand() throws Exception {
        AggregateRuntime first = running(Tally.TYPE);
        fill(first);
        AggregateRuntime second = start(Tally.TYPE);
        await().until(() -> !second.partitions().isEmpty() && first.ready() && second.ready());
        first.close();
        await().until(() -> second.partitions().size() == 3 && second.ready());
        for (int i = 0; i < AGGREGATES; i++) {
            assertEquals(COMMANDS / AGGREGATES, total(second, "t" + i));
        }
        assertEquals(List.of(), differing(second));
    }

    @Test
    void timerRingsOnceAtItsTimeAlsoForTheNextOwner() throws Exception {
        SetClock set = new SetClock();
        clock = set;
        AggregateRuntime first = running(Tally.TYPE);
        long later = clock.millis() + 60_000;
        ask(first, "early", new Tally.Command.SetAlarm(clock.millis()), "set-early");
        ask(first, "late", new Tally.Command.SetAlarm(later), "set-late");
        await().until(() -> alarm(first, "early").isEmpty());
        first.close();
        set.to(later - 1);
        AggregateRuntime second = running(Tally.TYPE);
        ask(second, "late", new Tally.Command.Add(1), "gives the timers a turn");
        assertEquals(Optional.of(later), alarm(second, "late"), "it rang too early");
        set.to(later);
        await().until(() -> alarm(second, "late").isEmpty());
        assertEquals(List.of(), differing(second));
        assertEquals(2, rung(), "each alarm rings once");
    }

    @Test
    void metricsTellWhatHappened() throws Exception {
        var registry = new SimpleMeterRegistry();
        AggregateRuntime runtime =
                track(new AggregateRuntime(settings(Tally.TYPE).withMetrics(registry), List.of(Tally.TYPE)));
        awaitReady(runtime);
        add(runtime, "m", 1, "c1");
        add(runtime, "m", Tally.LIMIT, "c2");
        awaitMarks(runtime, () -> add(runtime, "m", 1, "more" + System.nanoTime()));
        assertEquals(
                1,
                registry.get("foyer.commands")
                        .tag("refusal", "LimitReached")
                        .counter()
                        .count());
        assertTrue(registry.get("foyer.commit").timers().stream().anyMatch(timer -> timer.count() > 0));
        assertEquals(
                3,
                registry.get("foyer.ownership.changes")
                        .tag("change", "gained")
                        .counter()
                        .count());
        assertEquals(3, registry.get("foyer.commands.waiting").gauges().size());
        await().until(() ->
                registry.get("foyer.snapshot.age.seconds").gauges().stream().anyMatch(gauge -> gauge.value() >= 0));
    }

    private void fill(AggregateRuntime runtime) throws Exception {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            all.add(runtime.submit(Tally.TYPE, "t" + i % AGGREGATES, new Tally.Command.Add(1), meta("c" + i))
                    .toCompletableFuture());
        }
        answer(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)));
    }

    private interface Asking {
        void ask() throws Exception;
    }

    /** Every partition that changed has complete snapshots. */
    private void awaitMarks(AggregateRuntime runtime) {
        awaitMarks(runtime, () -> {});
    }

    private void awaitMarks(AggregateRuntime runtime, Asking meanwhile) {
        await().until(() -> {
            meanwhile.ask();
            List<JournalCheck> found = runtime.verify();
            return found.stream().anyMatch(each -> each.mark() > 0)
                    && found.stream().allMatch(each -> each.mark() > 0 || each.aggregates() < 2);
        });
    }

    private static List<String> differing(AggregateRuntime runtime) {
        return runtime.verify().stream()
                .flatMap(each -> each.differing().stream())
                .toList();
    }

    private long rung() {
        return TopicContents.records(broker, service + ".journal").stream()
                .filter(record -> new String(record.headers().lastHeader("type").value()).equals("Rang"))
                .count();
    }

    private AggregateRuntime running(
            AggregateType<Tally.Counted, Tally.Command, Tally.Event, Tally.Refusal, Tally.Answer, Instant> type) {
        AggregateRuntime runtime = start(type);
        awaitReady(runtime);
        return runtime;
    }

    private static void awaitReady(AggregateRuntime runtime) {
        await().until(() -> runtime.partitions().size() == 3 && runtime.ready());
    }

    private AggregateRuntime start(
            AggregateType<Tally.Counted, Tally.Command, Tally.Event, Tally.Refusal, Tally.Answer, Instant> type) {
        return track(new AggregateRuntime(settings(type), List.of(type)));
    }

    private AggregateRuntime track(AggregateRuntime runtime) {
        started.add(runtime);
        return runtime;
    }

    private RuntimeSettings settings(AggregateType<?, ?, ?, ?, ?, ?> type) {
        return RuntimeSettings.of(broker.connection(), service, service + ".journal", 3, "http://127.0.0.1:0")
                .withClock(clock)
                .withRecovery(Optional.of(new Snapshots(service + ".snapshots", 20, Duration.ofMillis(300))), true);
    }

    private AggregateType<Tally.Counted, Tally.Command, Tally.Event, Tally.Refusal, Tally.Answer, Instant>
            nextGeneration() {
        var type = Tally.type(CommitListener.none());
        return new AggregateType<>(
                type.name(),
                type.decider(),
                type.events(),
                type.answers(),
                type.contexts(),
                type.publisher(),
                type.commitListener(),
                type.timers(),
                type.wire().generation(2));
    }

    private static Reply<Tally.Refusal, Tally.Answer> add(
            AggregateRuntime runtime, String id, int amount, String command) throws Exception {
        return ask(runtime, id, new Tally.Command.Add(amount), command);
    }

    private static Reply<Tally.Refusal, Tally.Answer> ask(
            AggregateRuntime runtime, String id, Tally.Command command, String commandId) throws Exception {
        return answer(runtime.submit(Tally.TYPE, id, command, meta(commandId)));
    }

    private static int total(AggregateRuntime runtime, String id) throws Exception {
        return answer(runtime.read(Tally.TYPE, id)).total();
    }

    private static Optional<Long> alarm(AggregateRuntime runtime, String id) throws Exception {
        return Optional.ofNullable(answer(runtime.read(Tally.TYPE, id)).alarm());
    }

    private static CommandMeta meta(String commandId) {
        return new CommandMeta(commandId, commandId, new Actor("tester", "test", null));
    }
}

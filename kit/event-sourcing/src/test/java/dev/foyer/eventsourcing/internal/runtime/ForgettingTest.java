package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.eventsourcing.internal.runtime.SimulatedLog.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is over is in no memory and no snapshot, and every way of reading the journal still gives the same. */
class ForgettingTest {

    private static final List<String> KEYS = List.of("a", "b", "c", "d", "e");
    private static final int RUNS = 200;
    private static final int STEPS = 120;
    private static final long HALF_AN_HOUR = Duration.ofMinutes(30).toMillis();

    private final SetClock clock = new SetClock();
    private final SimulatedLog log = new SimulatedLog();
    private final Partition partition = new Partition(
            RuntimeSettings.of(Map.of(), "tally", Tally.JOURNAL, 1, "http://127.0.0.1:0")
                    .withRecovery(Optional.of(new Snapshots(Tally.SNAPSHOTS, 5, Duration.ofDays(1))), false)
                    .withClock(clock),
            0,
            Map.of(Fleeting.TYPE.name(), Fleeting.TYPE));
    private PartitionWriter writer = owner(log.load(partition));
    private int commands;

    @Test
    void manyComeAndGoAndNobodyIsLeft() {
        for (int i = 0; i < 1_000; i++) {
            work(add("k" + i, 1));
        }
        assertEquals(1_000, writer.state().size());
        for (int i = 0; i < 1_000; i++) {
            work(add("k" + i, -1));
        }
        assertEquals(0, writer.state().size());
        assertEquals(StateEntry.NEVER, writer.state().dueTimes().next());
        twoRounds();
        assertEquals(Set.of("k-last"), log.snapshotsOf(Fleeting.TYPE));
        PartitionState recovered = log.load(partition);
        log.replay(recovered);
        assertEquals(1, recovered.size());
    }

    @Test
    void aNewLifeBeginsBehindTheOneBefore() {
        work(add("a", 5));
        work(add("a", -5));
        assertNull(writer.state().get(key("a")));
        work(add("a", 7));
        assertEquals(7, writer.state().of(Fleeting.TYPE, key("a")).state().total());
        checkAll();
    }

    /** Its numbers begin with the time, and that was later before; so they would be taken for those of the first life. */
    @Test
    @Tag("case-L3")
    void alsoWhenTheClockWasSetBackInBetween() {
        long began = clock.millis();
        clock.to(began + HALF_AN_HOUR);
        work(add("a", 5));
        work(add("a", -5));
        twoRounds();
        clock.to(began);
        writer = owner(log.load(partition)); // which knows the first life from its snapshots only
        work(add("a", 7));
        work(add("a", -7));
        work(add("a", 3));
        checkAll();
        twoRounds();
        checkAll();
    }

    /** With the mark before, the events of a life that has ended since are read once more. */
    @Test
    void aSnapshotGoesWithTheMarkThatIsBehindItsEnd() {
        work(add("a", 5));
        twoRounds();
        assertTrue(log.snapshotsOf(Fleeting.TYPE).contains("a"));
        work(add("a", -5));
        assertTrue(log.snapshotsOf(Fleeting.TYPE).contains("a"), "its mark does not hold the end yet");
        checkAll();
        twoRounds();
        assertTrue(!log.snapshotsOf(Fleeting.TYPE).contains("a"));
        checkAll();
    }

    @Test
    void nothingIsLostOrRaisedFromTheDead() {
        play(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5})
    @Tag("long")
    void theSameWithMoreSeeds(long seed) {
        play(seed);
    }

    private static void play(long seed) {
        for (int run = 0; run < RUNS; run++) {
            long own = seed * 1_000_000 + run;
            try {
                new ForgettingTest().play(new Random(own));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + own + ": " + e.getMessage(), e);
            }
        }
    }

    private void play(Random random) {
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(10)) {
                case 0 -> writer = owner(log.load(partition));
                case 1 -> writer = owner(writer.release());
                case 2 -> log.next(Fate.values()[random.nextInt(Fate.values().length)]);
                case 3 -> clock.to(clock.millis() + (random.nextBoolean() ? HALF_AN_HOUR : -HALF_AN_HOUR));
                default -> {
                    List<PendingRequest> batch = new ArrayList<>();
                    for (String id : KEYS) {
                        if (random.nextBoolean()) {
                            int total = writer.state()
                                    .of(Fleeting.TYPE, key(id))
                                    .state()
                                    .total();
                            boolean ends = total > 0 && random.nextBoolean();
                            batch.add(add(id, ends ? -total : 1 + random.nextInt(3)));
                        }
                    }
                    work(batch.toArray(PendingRequest[]::new));
                }
            }
        }
        log.next(Fate.WRITTEN);
        checkAll();
        twoRounds();
        checkAll();
    }

    private PartitionWriter owner(PartitionState state) {
        SimulatedLog.Handle handle = log.new Handle();
        var next = new PartitionWriter(partition, handle, handle::holds, state, new PartitionMetrics(partition));
        open(next);
        return next;
    }

    private static void open(PartitionWriter next) {
        for (int attempt = 0; ; attempt++) {
            try {
                next.open(() -> false);
                return;
            } catch (TimeoutException e) {
                assertTrue(attempt < 5, "a commit is lost for ever");
            }
        }
    }

    private void work(PendingRequest... batch) {
        clock.to(clock.millis() + 1);
        try {
            writer.work(List.of(batch));
        } catch (TimeoutException e) {
            open(writer);
        }
    }

    /** Enough events for a round to begin, until it has ended, and once more. */
    private void twoRounds() {
        work(add("k-last", 1));
        for (int i = 0; i < 12; i++) {
            work(add("k-last", 1));
            long began = System.nanoTime();
            while (writer.idleMillis() < Long.MAX_VALUE && System.nanoTime() - began < 5_000_000_000L) {
                work();
            }
        }
    }

    private PendingRequest add(String id, int amount) {
        String commandId = "c" + commands++;
        return new PendingRequest.Write<>(
                Fleeting.TYPE,
                id,
                new Tally.Command.Add(amount),
                new CommandMeta(commandId, commandId, Actor.service("test")));
    }

    private void checkAll() {
        PartitionState rebuilt = partition.empty();
        Map<String, Long> sequences = new HashMap<>();
        for (var record : log.journal) {
            rebuilt.replay(record);
            String key = new String(record.key(), UTF_8);
            long sequence =
                    Long.parseLong(new String(record.headers().lastHeader("seq").value(), UTF_8));
            Long before = sequences.put(key, sequence);
            assertTrue(before == null || before < sequence, key + " goes from " + before + " to " + sequence);
        }
        PartitionState recovered = log.load(partition);
        log.replay(recovered);
        for (PartitionState each : List.of(writer.state(), recovered)) {
            assertEquals(rebuilt.keys(), each.keys());
            for (String key : rebuilt.keys()) {
                assertEquals(rebuilt.get(key).state(), each.get(key).state(), key);
                assertEquals(rebuilt.get(key).sequence(), each.get(key).sequence(), key);
            }
        }
    }

    private static String key(String id) {
        return Fleeting.TYPE.key(id);
    }
}

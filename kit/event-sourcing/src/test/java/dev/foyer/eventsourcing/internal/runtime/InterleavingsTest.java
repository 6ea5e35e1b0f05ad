package dev.foyer.eventsourcing.internal.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.eventsourcing.internal.runtime.SimulatedLog.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

/**
 * Random interleavings of commands, commits that fail or are in doubt, takeovers, zombies that come back, and snapshots,
 * against the simplest model there is: the sum of what the log holds.
 */
class InterleavingsTest {

    private static final int RUNS = 60;
    private static final int STEPS = 150;
    private static final List<String> KEYS = List.of("a", "b", "c");

    @Test
    void whatIsAnsweredIsInTheLogOnceAndNothingElseIsSaid() {
        play(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6})
    @Tag("long")
    void theSameWithMoreSeeds(long seed) {
        play(seed);
    }

    private static void play(long seed) {
        for (int run = 0; run < RUNS; run++) {
            long own = seed * 1_000_000 + run;
            try {
                new Run(new Random(own)).play();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + own + ": " + e.getMessage(), e);
            }
        }
    }

    private static final class Run {
        private final Random random;
        private final SimulatedLog log = new SimulatedLog();
        private final Partition partition = new Partition(
                RuntimeSettings.of(Map.of(), "tally", Tally.JOURNAL, 1, "http://127.0.0.1:0")
                        .withRecovery(Optional.of(new Snapshots(Tally.SNAPSHOTS, 5, Duration.ofDays(1))), false),
                0,
                Map.of(Tally.TYPE.name(), Tally.TYPE));
        private final Instance[] instances = {new Instance(), new Instance()};
        private int commands;
        private final Map<String, Integer> amounts = new HashMap<>();
        private final Set<String> acknowledged = new HashSet<>();
        private final List<String> wrong = new ArrayList<>();

        /** The journal, each record read once, and what it made of each key. */
        private final PartitionState model = partition.empty();

        private final Map<String, List<Integer>> totals = new HashMap<>();
        private int modelled;

        private Run(Random random) {
            this.random = random;
            noteTotals();
        }

        private void play() {
            instances[0].takeOver();
            for (int step = 0; step < STEPS; step++) {
                Instance some = instances[random.nextInt(instances.length)];
                switch (random.nextInt(8)) {
                    case 0 -> some.takeOver();
                    case 1 -> log.next(Fate.values()[random.nextInt(Fate.values().length)]);
                    // More than an aggregate remembers, now and then.
                    default -> some.work(1 + random.nextInt(random.nextInt(10) == 0 ? 150 : 4));
                }
            }
            log.next(Fate.WRITTEN);
            instances[0].takeOver();
            check(instances[0].writer.state());
        }

        /** The journal is what all answers together say, and every way of reading it gives the same. */
        private void check(PartitionState live) {
            assertEquals(List.of(), wrong);
            Set<String> written = new HashSet<>();
            for (var record : log.journal) {
                String id = new String(record.headers().lastHeader("cmd").value());
                assertTrue(written.add(id), id + " is in the journal twice");
            }
            assertTrue(written.containsAll(acknowledged), "an acknowledged command is lost");
            PartitionState recovered = log.load(partition);
            log.replay(recovered);
            for (String key : KEYS) {
                assertEquals(total(key), state(live, key), "live state");
                assertEquals(total(key), state(recovered, key), "recovered from snapshots");
            }
        }

        private int total(String id) {
            return totalsSince(log.journal.size(), id).getLast();
        }

        /** What it was when the journal had this length, and at each event since: any of them is a true answer. */
        private List<Integer> totalsSince(int length, String id) {
            while (modelled < log.journal.size()) {
                model.replay(log.journal.get(modelled++));
                noteTotals();
            }
            return totals.get(id).subList(length, modelled + 1);
        }

        private void noteTotals() {
            KEYS.forEach(
                    id -> totals.computeIfAbsent(id, none -> new ArrayList<>()).add(state(model, id)));
        }

        private int state(PartitionState state, String id) {
            return state.of(Tally.TYPE, Tally.TYPE.key(id)).state().total();
        }

        /** One process that may or may not know that it is not the owner any more. */
        private final class Instance {
            private final SimulatedLog.Handle handle = log.new Handle();
            private PartitionWriter writer;

            /** Becomes the owner: from the log alone, or with what it knew, as a standby does. */
            private void takeOver() {
                boolean warm = writer != null && random.nextBoolean();
                PartitionState state = warm ? writer.release() : log.load(partition);
                if (writer != null) {
                    writer.failAsMoved();
                }
                writer = new PartitionWriter(partition, handle, handle::holds, state, new PartitionMetrics(partition));
                open();
            }

            private void open() {
                for (int attempt = 0; ; attempt++) {
                    try {
                        writer.open(() -> false);
                        return;
                    } catch (TimeoutException e) {
                        assertTrue(attempt < 5, "a commit is lost for ever");
                    }
                }
            }

            private void work(int count) {
                if (writer == null) {
                    return;
                }
                List<PendingRequest> batch = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    batch.add(random.nextInt(4) == 0 ? read() : write());
                }
                try {
                    writer.work(batch);
                } catch (RuntimeException e) {
                    if (CommitErrors.isFence(e)) {
                        writer.failAsMoved(); // a zombie: it learns by the fence
                    } else {
                        open();
                    }
                }
            }

            private PendingRequest read() {
                String id = KEYS.get(random.nextInt(KEYS.size()));
                var read = new PendingRequest.Read<>(Tally.TYPE, Tally.TYPE.key(id));
                int asked = log.journal.size();
                read.reply().thenAccept(state -> {
                    if (!totalsSince(asked, id).contains(state.total())) {
                        wrong.add("a read told " + state.total() + " when it was " + totalsSince(asked, id));
                    }
                });
                return read;
            }

            private PendingRequest write() {
                boolean again = commands > 0 && random.nextInt(5) == 0;
                String commandId = again ? recently() : "c" + commands++;
                int amount = amounts.computeIfAbsent(
                        commandId, none -> random.nextInt(5) == 0 ? Tally.LIMIT : 1 + random.nextInt(9));
                String id = KEYS.get(commandId.hashCode() % KEYS.size());
                var write = new PendingRequest.Write<>(
                        Tally.TYPE,
                        id,
                        new Tally.Command.Add(amount),
                        new CommandMeta(commandId, commandId, Actor.service("test")));
                int asked = log.journal.size();
                write.reply.whenComplete((reply, failure) -> judge(id, commandId, amount, asked, reply, failure));
                return write;
            }

            /** Well within what the kit promises to remember: a command that was turned away may be decided much later. */
            private String recently() {
                return "c" + (commands - 1 - random.nextInt(Math.min(commands, RecentCommands.LIMIT / 4)));
            }

            private void judge(
                    String id,
                    String commandId,
                    int amount,
                    int asked,
                    Reply<Tally.Refusal, Tally.Answer> reply,
                    Throwable failure) {
                if (failure != null && !(failure instanceof Unavailable)) {
                    wrong.add(commandId + " failed with " + failure);
                } else if (reply instanceof Reply.Done<Tally.Refusal, Tally.Answer>) {
                    acknowledged.add(commandId);
                } else if (reply != null
                        && totalsSince(asked, id).stream().allMatch(total -> total + amount <= Tally.LIMIT)) {
                    wrong.add(commandId + " was refused at " + totalsSince(asked, id));
                }
            }
        }
    }
}

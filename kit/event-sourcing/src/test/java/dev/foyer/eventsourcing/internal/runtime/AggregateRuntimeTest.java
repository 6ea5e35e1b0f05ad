package dev.foyer.eventsourcing.internal.runtime;

import static dev.foyer.testing.Patience.PATIENCE;
import static dev.foyer.testing.Patience.answer;
import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The kit on a real broker: what is answered is durable, once, and survives its owner. */
class AggregateRuntimeTest {

    @RegisterExtension
    static final TallyBroker TALLY = new TallyBroker();

    @Test
    void answersWhatWasDecidedAndWhereItIsPublished() throws Exception {
        var done = done(add(running(), "a1", 5, "c1"));
        assertEquals(new Tally.Answer.Total(5, "psst"), done.answer());
        assertEquals(Tally.EVENTS, done.positions().getFirst().topic());
        assertFalse(done.repeated());
    }

    @Test
    void repeatedCommandGetsItsFirstAnswerWithoutTheSecretAndAddsNothing() throws Exception {
        AggregateRuntime runtime = running();
        add(runtime, "a2", 5, "c1");
        add(runtime, "a2", 1, "c2");
        var again = done(add(runtime, "a2", 5, "c1"));
        assertTrue(again.repeated());
        assertEquals(5, total(again));
        assertNull(((Tally.Answer.Total) again.answer()).whisper());
        assertEquals(6, total(runtime, "a2"));
    }

    @Test
    void repetitionIsKnownAfterARestart() throws Exception {
        AggregateRuntime first = running();
        add(first, "a3", 5, "c1");
        first.close();
        AggregateRuntime second = running();
        assertTrue(done(add(second, "a3", 5, "c1")).repeated());
        assertEquals(5, total(second, "a3"));
    }

    @Test
    void refusalChangesNothing() throws Exception {
        AggregateRuntime runtime = running();
        assertInstanceOf(Reply.Refused.class, add(runtime, "a4", Tally.LIMIT + 1, "c1"));
        assertEquals(0, total(runtime, "a4"));
    }

    @Test
    void bugInOneDecisionLeavesTheOthersAlone() throws Exception {
        AggregateRuntime runtime = running();
        var broken = runtime.submit(Tally.TYPE, "a5", new Tally.Command.Break(), meta("c1"))
                .toCompletableFuture();
        assertThrows(ExecutionException.class, () -> answer(broken));
        assertEquals(1, total(done(add(runtime, "a5", 1, "c2"))));
    }

    @Test
    void recordThatNoBrokerTakesFailsItsCommandAndNotThePartition() throws Exception {
        AggregateRuntime runtime = running();
        var huge = runtime.submit(Tally.TYPE, "a6", new Tally.Command.Add(777), meta("c1"))
                .toCompletableFuture();
        assertThrows(ExecutionException.class, () -> answer(huge));
        assertEquals(1, total(done(add(runtime, "a6", 1, "c2"))));
    }

    @Test
    void newOwnerFencesTheOldOneAndGoesOnFromTheLog() throws Exception {
        AggregateRuntime first = running();
        for (int i = 0; i < 20; i++) {
            add(first, "a7", 1, "c" + i);
        }
        AggregateRuntime second = start();
        // The cooperative group moves one partition or two; between them the instances own everything.
        await().until(() -> !second.partitions().isEmpty() && first.ready() && second.ready());
        for (int i = 0; i < 20; i++) {
            String key = "moved-" + i;
            assertEquals(1, eventually(first, second, key));
        }
        first.close();
        await().until(() -> second.partitions().size() == 3 && second.ready());
        assertEquals(20, total(second, "a7"));
    }

    @Test
    @Tag("long")
    void brokerThatGoesAwayLosesNothingAndDoublesNothing() throws Exception {
        AggregateRuntime runtime = running();
        List<CompletableFuture<Reply<Tally.Refusal, Tally.Answer>>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(runtime.submit(Tally.TYPE, "a8", new Tally.Command.Add(1), meta("c" + i))
                    .toCompletableFuture());
            if (i == 100) {
                TALLY.broker().suspend();
            }
        }
        TALLY.broker().resume();
        for (int i = 0; i < all.size(); i++) {
            assertInstanceOf(Reply.Done.class, answered(runtime, all.get(i), meta("c" + i)));
        }
        assertEquals(
                200,
                await().until(() -> readable(runtime, "a8"), Optional::isPresent)
                        .orElseThrow());
    }

    /** What came of one addition. Who is told to try again does so with the same id, as callers do. */
    private static Reply<Tally.Refusal, Tally.Answer> answered(
            AggregateRuntime runtime, CompletableFuture<Reply<Tally.Refusal, Tally.Answer>> first, CommandMeta meta)
            throws Exception {
        var asked = new AtomicReference<CompletionStage<Reply<Tally.Refusal, Tally.Answer>>>(first);
        return await().until(
                        () -> {
                            try {
                                return Optional.of(answer(asked.get()));
                            } catch (ExecutionException e) {
                                assertInstanceOf(Unavailable.class, e.getCause());
                                asked.set(runtime.submit(Tally.TYPE, "a8", new Tally.Command.Add(1), meta));
                                return Optional.<Reply<Tally.Refusal, Tally.Answer>>empty();
                            }
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Empty while the partition is with nobody: a broker that stood still may have thrown its member out. */
    private static Optional<Integer> readable(AggregateRuntime runtime, String id) throws Exception {
        try {
            return Optional.of(total(runtime, id));
        } catch (ExecutionException e) {
            assertInstanceOf(Unavailable.class, e.getCause());
            return Optional.empty();
        }
    }

    private AggregateRuntime running() {
        AggregateRuntime runtime = start();
        await().until(() -> runtime.partitions().size() == 3 && runtime.ready());
        return runtime;
    }

    private AggregateRuntime start() {
        AggregateRuntime runtime = new AggregateRuntime(
                RuntimeSettings.of(TALLY.broker().connection(), "tally", Tally.JOURNAL, 3, "http://127.0.0.1:0")
                        .withLimits(new Limits(10_000, 2_000, PATIENCE)),
                List.of(Tally.TYPE));
        TALLY.started(runtime);
        return runtime;
    }

    private static Reply<Tally.Refusal, Tally.Answer> add(
            AggregateRuntime runtime, String id, int amount, String command) throws Exception {
        return answer(runtime.submit(Tally.TYPE, id, new Tally.Command.Add(amount), meta(command)));
    }

    private static int total(AggregateRuntime runtime, String id) throws Exception {
        return answer(runtime.read(Tally.TYPE, id)).total();
    }

    /** Whichever of the two owns the key decides; while a partition moves nobody does. */
    private static int eventually(AggregateRuntime one, AggregateRuntime other, String id) {
        return await().ignoreExceptions()
                .until(
                        () -> {
                            try {
                                return total(done(add(one, id, 1, "c")));
                            } catch (ExecutionException e) {
                                assertInstanceOf(Unavailable.class, e.getCause());
                                return total(done(add(other, id, 1, "c")));
                            }
                        },
                        total -> total > 0);
    }

    private static Reply.Done<Tally.Refusal, Tally.Answer> done(Reply<Tally.Refusal, Tally.Answer> reply) {
        return switch (reply) {
            case Reply.Done<Tally.Refusal, Tally.Answer> done -> done;
            case Reply.Refused<Tally.Refusal, Tally.Answer>(Tally.Refusal reason) ->
                throw new AssertionError("Refused: " + reason);
        };
    }

    private static int total(Reply.Done<Tally.Refusal, Tally.Answer> done) {
        return switch (done.answer()) {
            case Tally.Answer.Total(int total, String whisper) -> total;
        };
    }

    private static CommandMeta meta(String commandId) {
        return new CommandMeta(commandId, commandId, new Actor("tester", "test", null));
    }
}

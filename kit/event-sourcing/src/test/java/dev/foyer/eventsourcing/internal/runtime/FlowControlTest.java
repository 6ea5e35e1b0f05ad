package dev.foyer.eventsourcing.internal.runtime;

import static dev.foyer.testing.Patience.PATIENCE;
import static dev.foyer.testing.Patience.answer;
import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Limits;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.TopicContents;
import dev.foyer.testing.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When more is asked than can be done: what is accepted is done soon, the rest is turned away at once. */
class FlowControlTest {

    private static final int ASKED = 5_000;

    private EmbeddedBroker broker;
    private AggregateRuntime runtime;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start();
        Topics.create(
                broker, List.of(new NewTopic(Tally.JOURNAL, 1, (short) 1), new NewTopic(Tally.EVENTS, 1, (short) 1)));
    }

    @AfterEach
    void stop() {
        runtime.close();
        broker.close();
    }

    @Test
    void fullQueueTurnsAwayAtOnceAndTheRestIsDone() throws Exception {
        start(new Limits(100, 50, PATIENCE));
        List<CompletableFuture<Reply<Tally.Refusal, Tally.Answer>>> all = new ArrayList<>();
        boolean full = false;
        // How many it takes depends on how quickly this machine commits.
        for (int i = 0; i < ASKED || !full && i < 100 * ASKED; i++) {
            all.add(add(i));
            full |= all.getLast().isCompletedExceptionally();
        }
        assertTrue(full, "nothing was turned away");
        long done = count(all);
        assertEquals(done, TopicContents.records(broker, Tally.JOURNAL).size());
    }

    @Test
    void whatWaitedLongerThanItsPatienceIsNotDoneLate() throws Exception {
        start(new Limits(10_000, 50, Duration.ofNanos(1))); // nobody is ever that quick
        List<CompletableFuture<Reply<Tally.Refusal, Tally.Answer>>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(add(i));
        }
        assertEquals(0, count(all));
        assertEquals(0, TopicContents.records(broker, Tally.JOURNAL).size());
    }

    private void start(Limits limits) {
        runtime = new AggregateRuntime(
                RuntimeSettings.of(broker.connection(), "tally", Tally.JOURNAL, 1, "http://127.0.0.1:0")
                        .withLimits(limits),
                List.of(Tally.TYPE));
        await().until(() -> runtime.partitions().size() == 1 && runtime.ready());
    }

    private CompletableFuture<Reply<Tally.Refusal, Tally.Answer>> add(int number) {
        var meta = new CommandMeta("c" + number, "c" + number, Actor.service("test"));
        return runtime.submit(Tally.TYPE, "t" + number % 7, new Tally.Command.Add(1), meta)
                .toCompletableFuture();
    }

    /** How many were done; whoever was not, was told that there is too much to do. */
    private static long count(List<CompletableFuture<Reply<Tally.Refusal, Tally.Answer>>> all) throws Exception {
        long done = 0;
        for (var each : all) {
            try {
                answer(each);
                done++;
            } catch (ExecutionException e) {
                assertEquals(Unavailable.Reason.OVERLOADED, ((Unavailable) e.getCause()).reason());
            }
        }
        return done;
    }
}

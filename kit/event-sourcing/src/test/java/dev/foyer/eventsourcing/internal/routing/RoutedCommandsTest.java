package dev.foyer.eventsourcing.internal.routing;

import static dev.foyer.eventsourcing.internal.routing.Instance.add;
import static dev.foyer.testing.Patience.answer;
import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.Tally;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.LogLines;
import dev.foyer.testing.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two instances on a real broker, with real HTTP between them. */
class RoutedCommandsTest {

    private static EmbeddedBroker broker;
    private static Instance one;
    private static Instance other;

    @BeforeAll
    static void startTwo() {
        broker = EmbeddedBroker.start();
        Topics.create(
                broker, List.of(new NewTopic(Tally.JOURNAL, 3, (short) 1), new NewTopic(Tally.EVENTS, 3, (short) 1)));
        one = new Instance(broker);
        other = new Instance(broker);
        await().until(() -> one.runtime.ready()
                && other.runtime.ready()
                && !one.runtime.partitions().isEmpty()
                && !other.runtime.partitions().isEmpty()
                && one.runtime.partitions().size() + other.runtime.partitions().size() == 3);
    }

    @AfterAll
    static void stopAll() {
        one.close();
        other.close();
        broker.close();
    }

    @Test
    void everyKeyAnswersAtBothWithTheWholeAnswerAndWithoutALogLineOfIt() {
        AtomicInteger round = new AtomicInteger();
        try (LogLines log = new LogLines()) {
            // What fails is forwarded again: on a slow machine not every round is without one.
            await().untilAsserted(() -> {
                int before = one.server.requests() + other.server.requests();
                answersAtBoth("round-" + round.incrementAndGet() + "-");
                // Each key has one owner, so of its two commands and two reads one of each went over.
                assertEquals(40, one.server.requests() + other.server.requests() - before);
            });
            assertTrue(log.lines().stream().noneMatch(line -> line.contains("psst")), "a secret was logged");
        }
    }

    private static void answersAtBoth(String prefix) throws Exception {
        for (int i = 0; i < 20; i++) {
            String key = prefix + i;
            var first = done(add(one.commands, key, 3, "first"));
            assertEquals(new Tally.Answer.Total(3, "psst"), first.answer());
            assertEquals(Tally.EVENTS, first.positions().getFirst().topic());
            var second = done(add(other.commands, key, 4, "second"));
            assertEquals(new Tally.Answer.Total(7, "psst"), second.answer());
            assertEquals(7, total(one, key));
            assertEquals(7, total(other, key));
        }
    }

    @Test
    void aForwardedRefusalChangesNothing() throws Exception {
        for (Instance instance : List.of(one, other)) {
            assertEquals(
                    new Reply.Refused<>(new Tally.Refusal.LimitReached()),
                    answer(add(instance.commands, "refused", Tally.LIMIT + 1, "too-much")));
            assertEquals(0, total(instance, "refused"));
        }
    }

    @Test
    void aRepetitionAtTheOtherInstanceGetsTheFirstAnswerWithoutTheSecret() throws Exception {
        assertFalse(done(add(one.commands, "again", 5, "same")).repeated());
        var repeated = done(add(other.commands, "again", 5, "same"));
        assertTrue(repeated.repeated());
        assertNull(((Tally.Answer.Total) repeated.answer()).whisper());
        assertEquals(5, total(one, "again"));
    }

    @Test
    void aBugAtTheOwnerIsNotTriedAgainAndItsMessageStaysThere() {
        for (Instance instance : List.of(one, other)) {
            var failed = assertThrows(
                    ExecutionException.class,
                    () -> answer(Instance.submit(instance.commands, "bug", new Tally.Command.Break(), "broken")));
            assertInstanceOf(IllegalStateException.class, failed.getCause());
        }
    }

    @Test
    void whatGathersGoesAsOneRequest() throws Exception {
        int before = one.server.requests() + other.server.requests();
        List<CompletableFuture<Reply<Tally.Refusal, Tally.Answer>>> all = new ArrayList<>();
        other.server.hold();
        for (int i = 0; i < 2_000; i++) {
            all.add(add(one.commands, "many-" + i, 1, "many"));
        }
        other.server.release();
        for (var each : all) {
            assertNotNull(((Tally.Answer.Total) done(each).answer()).whisper());
        }
        int requests = one.server.requests() + other.server.requests() - before;
        assertTrue(requests > 0 && requests < 200, requests + " requests");
    }

    /** Otherwise most of those who ask wait for the answers to a few. */
    @Test
    @Tag("case-L14")
    void whileTheOwnerIsSilentMoreThanAFewFullBodiesAreUnderWay() throws Exception {
        int before = other.server.requests();
        List<CompletableFuture<Reply<Tally.Refusal, Tally.Answer>>> all = new ArrayList<>();
        other.server.hold();
        for (int i = 0; i < 6_000; i++) {
            all.add(add(one.commands, "wide-" + i, 1, "wide"));
        }
        int few = Gathering.FEW * other.runtime.partitions().size();
        await().until(() -> other.server.requests() - before > few);
        other.server.release();
        for (var each : all) {
            assertNotNull(((Tally.Answer.Total) done(each).answer()).whisper());
        }
        int requests = other.server.requests() - before;
        assertTrue(requests < 120, requests + " requests for some thousands of commands");
    }

    private static int total(Instance at, String id) throws Exception {
        return answer(at.commands.read(Tally.TYPE, id)).total();
    }

    private static Reply.Done<Tally.Refusal, Tally.Answer> done(
            CompletableFuture<Reply<Tally.Refusal, Tally.Answer>> reply) throws Exception {
        return (Reply.Done<Tally.Refusal, Tally.Answer>) answer(reply);
    }
}

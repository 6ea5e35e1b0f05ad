package dev.foyer.eventsourcing.internal.routing;

import static dev.foyer.eventsourcing.internal.routing.Instance.add;
import static dev.foyer.testing.Patience.answer;
import static dev.foyer.testing.Patience.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Unavailable;
import dev.foyer.base.Unavailable.Reason;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.ForwardedCommandVerifier;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.Tally;
import dev.foyer.eventsourcing.internal.runtime.TallyBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Owners that go, come, hang, or are not there at all. */
class MovingOwnerTest {

    /** A deadline that tests wait for. */
    private static final Duration SOON = Duration.ofSeconds(2);

    @RegisterExtension
    static final TallyBroker TALLY = new TallyBroker();

    @Test
    void commandsDuringATakeoverOnlyTakeLonger() throws Exception {
        Instance leaving = TALLY.started(new Instance(TALLY.broker()));
        await().until(() -> leaving.owns(3));
        Instance staying = TALLY.started(new Instance(TALLY.broker()));
        await().until(() -> !staying.owns(0) && staying.runtime.ready() && leaving.runtime.ready());
        List<CompletableFuture<Reply<Tally.Refusal, Tally.Answer>>> all = new ArrayList<>();
        Thread closing = null;
        for (int i = 0; i < 300; i++) {
            all.add(add(staying.commands, "taken-over-" + i % 30, 1, "c" + i));
            if (i == 100) {
                closing = Thread.ofVirtual().start(leaving::close);
            }
            answer(all.get(i));
        }
        closing.join();
        for (int i = 0; i < 30; i++) {
            assertEquals(10, total(staying.commands, "taken-over-" + i));
        }
        await().until(() -> staying.owns(3));
    }

    @Test
    void aDirectoryThatIsOutOfDateIsReadAgain() throws Exception {
        Instance first = TALLY.started(new Instance(TALLY.broker()));
        await().until(() -> first.owns(3));
        RoutedCommands router =
                TALLY.started(Instance.router(TALLY.broker(), FixedAnswer.notNow(Reason.MOVED), Instance.DEADLINE));
        addToMany(router, 1);
        Instance second = TALLY.started(new Instance(TALLY.broker()));
        await().until(() -> second.runtime.ready() && !second.owns(0));
        addToMany(router, 2);
        assertTrue(second.server.requests() > 0);
    }

    @Test
    void whoHangsIsLeftWhenTheGroupHasGivenThePartitionAway() throws Exception {
        ForwardServer hanging = TALLY.started(new ForwardServer());
        AggregateRuntime silent = TALLY.started(
                new AggregateRuntime(Instance.settings(TALLY.broker(), hanging.url()), List.of(Tally.TYPE)));
        hanging.open(
                new ForwardedCommandHandler(FixedAnswer.never(), List.of(Tally.TYPE), ForwardedCommandVerifier.ALL));
        await().until(() -> silent.ready() && silent.partitions().size() == 3);
        RoutedCommands router =
                TALLY.started(Instance.router(TALLY.broker(), FixedAnswer.notNow(Reason.MOVED), Instance.DEADLINE));
        var reply = add(router, "hanging", 1, "c");
        await().until(() -> hanging.requests() > 0);
        Instance next = TALLY.started(new Instance(TALLY.broker()));
        silent.close();
        assertInstanceOf(Reply.Done.class, answer(reply));
        assertTrue(next.server.requests() > 0);
    }

    /** To ask again would get the answer of a repetition, which has no secret. */
    @Test
    void whoIsSlowIsNotAskedTwice() throws Exception {
        CompletableFuture<Object> slow = new CompletableFuture<>();
        ForwardServer server = owningServer(new FixedAnswer(slow), List.of(Tally.TYPE));
        RoutedCommands router =
                TALLY.started(Instance.router(TALLY.broker(), FixedAnswer.notNow(Reason.MOVED), Instance.DEADLINE));
        var reply = add(router, "slow", 1, "c");
        await().until(() -> server.requests() > 0);
        slow.completeOnTimeout(new Reply.Done<>(new Tally.Answer.Total(1, "psst"), List.of(), false), 1, SECONDS);
        assertEquals(new Reply.Done<>(new Tally.Answer.Total(1, "psst"), List.of(), false), answer(reply));
        assertEquals(1, server.requests());
    }

    @Test
    void whenTheOwnersEndpointIsClosedThereIsAnAnswerAtTheDeadline() {
        Instance unreachable = TALLY.started(new Instance(TALLY.broker()));
        await().until(() -> unreachable.owns(3));
        unreachable.server.close();
        RoutedCommands router = TALLY.started(Instance.router(TALLY.broker(), FixedAnswer.notNow(Reason.MOVED), SOON));
        assertEquals(Reason.MOVED, refused(add(router, "unreachable", 1, "c")).reason());
    }

    @Test
    void withoutAnOwnerThereIsAnAnswerAtTheDeadline() {
        RoutedCommands router = TALLY.started(Instance.router(TALLY.broker(), FixedAnswer.notNow(Reason.MOVED), SOON));
        assertEquals(Reason.MOVED, refused(add(router, "nobody", 1, "c")).reason());
    }

    @Test
    void whoIsAskedAndDoesNotOwnItAsksNobodyElse() {
        ForwardServer server = owningServer(FixedAnswer.notNow(Reason.MOVED), List.of(Tally.TYPE));
        RoutedCommands router = TALLY.started(Instance.router(TALLY.broker(), FixedAnswer.notNow(Reason.MOVED), SOON));
        assertAskedUntilTheDeadline(router, server, "Because the test says so.");
    }

    @Test
    void anOwnerOfAnotherVersionIsAskedAgainUntilTheDeadline() {
        ForwardServer server = owningServer(FixedAnswer.never(), List.of());
        RoutedCommands router = TALLY.started(Instance.router(TALLY.broker(), FixedAnswer.notNow(Reason.MOVED), SOON));
        assertAskedUntilTheDeadline(router, server, "another version");
    }

    @Test
    void anOverloadedOwnerIsNotAskedAgain() {
        ForwardServer server = owningServer(FixedAnswer.notNow(Reason.OVERLOADED), List.of(Tally.TYPE));
        RoutedCommands router = TALLY.started(
                Instance.router(TALLY.broker(), FixedAnswer.notNow(Reason.RECOVERING), Instance.DEADLINE));
        assertEquals(Reason.OVERLOADED, refused(add(router, "full", 1, "c")).reason());
        assertEquals(1, server.requests());
    }

    @Test
    void whatIsInFlightIsBoundedAndFailsAtTheEnd() {
        RoutedCommands router = TALLY.started(Instance.router(TALLY.broker(), FixedAnswer.never(), Instance.DEADLINE));
        List<CompletableFuture<Reply<Tally.Refusal, Tally.Answer>>> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(add(router, "k" + i, 1, "c"));
        }
        assertTrue(all.stream().noneMatch(CompletableFuture::isDone));
        assertEquals(Reason.OVERLOADED, refused(add(router, "more", 1, "c")).reason());
        router.close();
        assertTrue(all.stream().allMatch(CompletableFuture::isCompletedExceptionally));
        assertEquals(Reason.RECOVERING, refused(add(router, "later", 1, "c")).reason());
    }

    /** A member of the group that owns everything, but whose endpoint answers with something else. */
    private ForwardServer owningServer(Commands behind, List<AggregateType<?, ?, ?, ?, ?, ?>> types) {
        ForwardServer server = TALLY.started(new ForwardServer())
                .open(new ForwardedCommandHandler(behind, types, ForwardedCommandVerifier.ALL));
        AggregateRuntime owner = TALLY.started(
                new AggregateRuntime(Instance.settings(TALLY.broker(), server.url()), List.of(Tally.TYPE)));
        await().until(() -> owner.ready() && owner.partitions().size() == 3);
        return server;
    }

    /**
     * A slow machine may need the whole deadline only to find the owner and to connect; then another command, for which
     * that is done already, tells more.
     */
    private static void assertAskedUntilTheDeadline(RoutedCommands router, ForwardServer server, String refusal) {
        AtomicInteger commands = new AtomicInteger();
        await().untilAsserted(() -> {
            int before = server.requests();
            Unavailable refused = refused(add(router, "asked", 1, "c" + commands.incrementAndGet()));
            assertEquals(Reason.MOVED, refused.reason());
            assertTrue(refused.getMessage().contains(refusal), refused.getMessage());
            int asked = server.requests() - before;
            // One sender, with pauses of 10 ms and more: a loop would ask thousands of times.
            assertTrue(asked > 1 && asked <= 200, "asked " + asked + " times");
        });
    }

    private static void addToMany(RoutedCommands router, int expected) throws Exception {
        for (int i = 0; i < 20; i++) {
            assertInstanceOf(Reply.Done.class, answer(add(router, "stale-" + i, 1, "c" + expected)));
            assertEquals(expected, total(router, "stale-" + i));
        }
    }

    private static int total(Commands commands, String id) throws Exception {
        return answer(commands.read(Tally.TYPE, id)).total();
    }

    private static Unavailable refused(CompletableFuture<?> reply) {
        var failed = assertThrows(ExecutionException.class, () -> answer(reply));
        return assertInstanceOf(Unavailable.class, failed.getCause());
    }
}

package dev.foyer.eventsourcing.internal.routing;

import static dev.foyer.testing.Patience.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Credential;
import dev.foyer.base.Unavailable;
import dev.foyer.base.Unavailable.Reason;
import dev.foyer.eventsourcing.ForwardedCommandVerifier;
import dev.foyer.eventsourcing.internal.runtime.Tally;
import dev.foyer.testing.LogLines;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the owner's side makes of what others ask. */
class ForwardedCommandHandlerTest {

    private static final Credential GOOD = new Credential("good");

    private static final ForwardedRequest READ =
            new ForwardedRequest.Read("tally", Tally.TYPE.wire().states().fingerprint(), "a");

    @Test
    void aRequestOfTheFirstVersionWhichNamesNoFormatsIsRefused() {
        var handler =
                new ForwardedCommandHandler(FixedAnswer.never(), List.of(Tally.TYPE), ForwardedCommandVerifier.ALL);
        byte[] first = Protocol.write(new Protocol.Request(1, 1_000, List.of(READ)));
        assertThrows(IllegalArgumentException.class, () -> handler.handle(first));
    }

    @Test
    void whatIsNotOfThisVersionIsNotUnderstoodAndTheRestIs() throws Exception {
        var counted = Tally.TYPE.decider().initial();
        var handler = new ForwardedCommandHandler(
                new FixedAnswer(CompletableFuture.completedFuture(counted)),
                List.of(Tally.TYPE),
                ForwardedCommandVerifier.ALL);
        List<Outcome> outcomes =
                outcomes(handler, new ForwardedRequest.Read("teapot", "f", "a"), submit("{\"@type\":\"Pour\"}"), READ);
        assertInstanceOf(Outcome.NotUnderstood.class, outcomes.get(0));
        assertInstanceOf(Outcome.NotUnderstood.class, outcomes.get(1));
        var state = assertInstanceOf(Outcome.State.class, outcomes.get(2));
        assertEquals(counted, Tally.TYPE.wire().states().read(state.state().bytes()));
    }

    @Test
    void aCommandOfAnotherFormatIsNotDecidedAlthoughItCouldBeRead() throws Exception {
        var handler =
                new ForwardedCommandHandler(FixedAnswer.never(), List.of(Tally.TYPE), ForwardedCommandVerifier.ALL);
        var read = new ForwardedRequest.Read("tally", "another", "a");
        List<Outcome> outcomes = outcomes(handler, submit("another", "{\"@type\":\"Break\"}"), read);
        assertInstanceOf(Outcome.NotUnderstood.class, outcomes.get(0));
        assertInstanceOf(Outcome.NotUnderstood.class, outcomes.get(1));
    }

    @Test
    void whatIsNotDecidedInTimeIsSaidToBeSo() throws Exception {
        var handler =
                new ForwardedCommandHandler(FixedAnswer.never(), List.of(Tally.TYPE), ForwardedCommandVerifier.ALL);
        assertEquals(
                Reason.RECOVERING, ((Outcome.NotNow) outcomes(handler, READ).getFirst()).reason());
    }

    @Test
    void whatTheRuntimeSaysIsPassedOn() throws Exception {
        for (Reason reason : Reason.values()) {
            var handler = new ForwardedCommandHandler(
                    FixedAnswer.notNow(reason), List.of(Tally.TYPE), ForwardedCommandVerifier.ALL);
            assertEquals(reason, ((Outcome.NotNow) outcomes(handler, READ).getFirst()).reason());
        }
    }

    @Test
    void aBugIsNamedByAnIdAndItsMessageIsInNoLog() throws Exception {
        var bug = CompletableFuture.failedFuture(new IllegalStateException("with a secret"));
        var handler =
                new ForwardedCommandHandler(new FixedAnswer(bug), List.of(Tally.TYPE), ForwardedCommandVerifier.ALL);
        try (LogLines log = new LogLines()) {
            List<Outcome> outcomes = outcomes(handler, submit("{\"@type\":\"Break\"}"));
            var failed = assertInstanceOf(Outcome.Failed.class, outcomes.getFirst());
            assertTrue(log.lines().stream().anyMatch(line -> line.contains(failed.failureId())));
            assertTrue(log.lines().stream().noneMatch(line -> line.contains("with a secret")));
        }
    }

    @Test
    void anUnavailableInstanceIsNotABug() throws Exception {
        var wrapped = new CompletableFuture<Object>();
        wrapped.completeExceptionally(new Unavailable(Reason.MOVED, "Gone."));
        var handler = new ForwardedCommandHandler(
                new FixedAnswer(wrapped.thenApply(x -> x)), List.of(Tally.TYPE), ForwardedCommandVerifier.ALL);
        assertInstanceOf(Outcome.NotNow.class, outcomes(handler, READ).getFirst());
    }

    @Test
    @Tag("case-S3")
    void whoIsNotBelievedIsNotAnsweredAndNothingIsDecided() throws Exception {
        var decided = new CompletableFuture<Object>();
        var handler = new ForwardedCommandHandler(
                new FixedAnswer(decided),
                List.of(Tally.TYPE),
                (id, command, meta) -> meta.credential() != null
                        && meta.credential().equals(GOOD)
                        && id.equals("a")
                        && command.equals(new Tally.Command.Add(1)));
        String add = "{\"@type\":\"Add\",\"amount\":1}";
        List<Outcome> outcomes = outcomes(
                handler,
                submit(Tally.TYPE.wire().exchange(), add),
                submit(Tally.TYPE.wire().exchange(), add, new Credential("another")),
                submit(Tally.TYPE.wire().exchange(), add, GOOD));
        for (Outcome refused : outcomes.subList(0, 2)) {
            var notNow = assertInstanceOf(Outcome.NotNow.class, refused);
            assertEquals(Reason.MOVED, notNow.reason());
        }
        // This one got as far as the runtime, which the test lets wait.
        assertEquals(Reason.RECOVERING, ((Outcome.NotNow) outcomes.get(2)).reason());
    }

    /** A batch is nobody's but the forwarder's: who is in one with a command that breaks something knows nothing of it. */
    @Test
    @Tag("case-L14")
    void oneThatBreaksTheVerifierHarmsNobodyElse() throws Exception {
        var counted = Tally.TYPE.decider().initial();
        var handler = new ForwardedCommandHandler(
                new FixedAnswer(CompletableFuture.completedFuture(counted)),
                List.of(Tally.TYPE),
                (id, command, meta) -> {
                    throw new IllegalStateException("with a secret");
                });
        List<Outcome> outcomes = outcomes(handler, READ, submit("{\"@type\":\"Break\"}"), READ);
        assertInstanceOf(Outcome.State.class, outcomes.get(0));
        assertInstanceOf(Outcome.Failed.class, outcomes.get(1));
        assertInstanceOf(Outcome.State.class, outcomes.get(2));
    }

    private static ForwardedRequest submit(String command) {
        return submit(Tally.TYPE.wire().exchange(), command);
    }

    private static ForwardedRequest submit(String format, String command) {
        return submit(format, command, null);
    }

    private static ForwardedRequest submit(String format, String command, Credential credential) {
        return new ForwardedRequest.Submit(
                "tally",
                format,
                "a",
                new RawJson(command.getBytes(UTF_8)),
                new CommandMeta("c", "c", new Actor("tester", "test", null), null, credential));
    }

    private static List<Outcome> outcomes(ForwardedCommandHandler handler, ForwardedRequest... asks) throws Exception {
        byte[] written =
                answer(handler.handle(Protocol.write(new Protocol.Request(Protocol.HOPS, 100, List.of(asks)))));
        return Protocol.read(written, Protocol.Response.class).outcomes();
    }
}

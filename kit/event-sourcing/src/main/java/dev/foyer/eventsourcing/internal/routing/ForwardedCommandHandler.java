package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.Position;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.ForwardedCommandVerifier;
import dev.foyer.eventsourcing.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Takes what other instances forward to this one: asks this instance's own runtime and nobody else. Knows no HTTP; the
 * resource that serves it checks first that one of our instances asks. Thread-safe.
 */
public final class ForwardedCommandHandler {

    private static final Logger LOG = Logger.getLogger(ForwardedCommandHandler.class);
    /**
     * Answers are serialized here and not by the owner's thread, which decides commands meanwhile; signatures are verified
     * here and not by the caller's, which may be one that serves all connections.
     */
    private static final Executor ASIDE = Thread::startVirtualThread;

    private static final int STACK_FRAMES = 8;

    private final Commands local;
    private final Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types;
    private final ForwardedCommandVerifier verifier;

    /** @param local must not route on */
    public ForwardedCommandHandler(
            Commands local, List<AggregateType<?, ?, ?, ?, ?, ?>> types, ForwardedCommandVerifier verifier) {
        this.local = local;
        this.verifier = verifier;
        this.types = types.stream().collect(Collectors.toUnmodifiableMap(AggregateType::name, type -> type));
    }

    /**
     * Does not block. The stage does not fail; what is not answered within the sender's deadline has the outcome {@code
     * NotNow}.
     *
     * @param body JSON as the package says
     * @return JSON as the package says
     * @throws IllegalArgumentException when the body cannot be understood; says nothing of its content
     */
    public CompletionStage<byte[]> handle(byte[] body) {
        Protocol.Request request = Protocol.read(body, Protocol.Request.class);
        if (request.hops() != Protocol.HOPS) {
            throw new IllegalArgumentException("Forwarded more than once");
        }
        List<PendingOutcome<?>> all = request.asks().stream().map(this::start).toList();
        return CompletableFuture.allOf(all.stream().map(PendingOutcome::reply).toArray(CompletableFuture[]::new))
                .handle((done, failures) -> done)
                .completeOnTimeout(null, request.millisecondsLeft(), TimeUnit.MILLISECONDS)
                .thenApplyAsync(
                        done -> Protocol.write(new Protocol.Response(
                                all.stream().map(PendingOutcome::outcome).toList())),
                        ASIDE);
    }

    private PendingOutcome<?> start(ForwardedRequest request) {
        try {
            return switch (request) {
                case ForwardedRequest.Submit submit -> submit(type(submit.type()), submit);
                case ForwardedRequest.Read read -> read(type(read.type()), read);
            };
        } catch (IllegalArgumentException ofAnotherVersion) {
            return new PendingOutcome<>(CompletableFuture.completedFuture(null), done -> new Outcome.NotUnderstood());
        } catch (RuntimeException bug) {
            // Of this one; the others with which it came are not to suffer for it.
            return new PendingOutcome<>(CompletableFuture.failedFuture(bug), done -> new Outcome.Failed(""));
        }
    }

    private AggregateType<?, ?, ?, ?, ?, ?> type(String name) {
        AggregateType<?, ?, ?, ?, ?, ?> type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("No such type here");
        }
        return type;
    }

    /** JSON of another version may be read without a complaint, and mean something else. */
    private static void sameFormat(String ours, String theirs) {
        if (!ours.equals(theirs)) {
            throw new IllegalArgumentException("Another format");
        }
    }

    private <S, C, E, R, A, X> PendingOutcome<?> submit(
            AggregateType<S, C, E, R, A, X> type, ForwardedRequest.Submit submit) {
        sameFormat(type.wire().exchange(), submit.format());
        C command = type.wire().commands().read(submit.command().bytes());
        return new PendingOutcome<>(
                believed(submit, command)
                        .thenCompose(done -> local.submit(type, submit.id(), command, submit.meta()))
                        .toCompletableFuture(),
                reply -> switch (reply) {
                    case Reply.Done<R, A>(A answer, List<Position> positions, boolean repeated) ->
                        new Outcome.Done(new RawJson(type.wire().answers().write(answer)), positions, repeated);
                    case Reply.Refused<R, A>(R reason) ->
                        new Outcome.Refused(new RawJson(type.wire().refusals().write(reason)));
                });
    }

    /**
     * Fails when it is not believed, for now: the sender has believed it, so either it has keys that come here in a
     * moment, or it lies and may wait.
     */
    private CompletionStage<Void> believed(ForwardedRequest.Submit submit, Object command) {
        return submit.meta().credential() == null
                ? believe(submit, command)
                : CompletableFuture.completedFuture(null).thenComposeAsync(done -> believe(submit, command), ASIDE);
    }

    private CompletionStage<Void> believe(ForwardedRequest.Submit submit, Object command) {
        return verifier.believes(submit.id(), command, submit.meta())
                ? CompletableFuture.completedStage(null)
                : CompletableFuture.failedStage(
                        new Unavailable(Unavailable.Reason.MOVED, "The owner does not believe who asks; try again."));
    }

    private <S> PendingOutcome<S> read(AggregateType<S, ?, ?, ?, ?, ?> type, ForwardedRequest.Read read) {
        sameFormat(type.wire().states().fingerprint(), read.format());
        return new PendingOutcome<>(
                local.read(type, read.id()).toCompletableFuture(),
                state -> new Outcome.State(new RawJson(type.wire().states().write(state))));
    }

    /** What the runtime will answer, and how that is serialized. */
    private record PendingOutcome<T>(CompletableFuture<T> reply, Function<T, Outcome> write) {

        Outcome outcome() {
            if (!reply.isDone()) {
                return new Outcome.NotNow(Unavailable.Reason.RECOVERING, "The owner did not answer in time.");
            }
            try {
                return write.apply(reply.join());
            } catch (CompletionException e) {
                return e.getCause() instanceof Unavailable unavailable ? notNow(unavailable) : failed(e.getCause());
            } catch (RuntimeException unwritable) {
                return failed(unwritable);
            }
        }

        private static Outcome notNow(Unavailable why) {
            return new Outcome.NotNow(why.reason(), why.getMessage());
        }

        private static Outcome failed(Throwable bug) {
            String id = UUID.randomUUID().toString();
            // Without its message, which may repeat what was asked.
            String where = Stream.of(bug.getStackTrace())
                    .limit(STACK_FRAMES)
                    .map(StackTraceElement::toString)
                    .collect(Collectors.joining(", "));
            LOG.errorf("Unexpected failure %s: %s at %s", id, bug.getClass().getName(), where);
            return new Outcome.Failed(id);
        }
    }
}

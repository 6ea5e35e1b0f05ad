package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.Position;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Commands;
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
 * What other instances ask of this one: its own runtime is asked, and nobody else. Knows no HTTP; whoever serves it
 * checks first that one of us asks. Thread-safe.
 */
public final class ForwardedCommandHandler {

    private static final Logger LOG = Logger.getLogger(ForwardedCommandHandler.class);
    /** Answers are written here and not by the owner's thread, which has better things to do. */
    private static final Executor WRITING = Thread::startVirtualThread;

    private static final int FRAMES = 8;

    private final Commands local;
    private final Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types;

    /** @param local must not route on */
    public ForwardedCommandHandler(Commands local, List<AggregateType<?, ?, ?, ?, ?, ?>> types) {
        this.local = local;
        this.types = types.stream().collect(Collectors.toUnmodifiableMap(AggregateType::name, type -> type));
    }

    /**
     * Does not block. The stage does not fail; what is not answered within the asker's deadline is told to be so.
     *
     * @param body JSON as the package says
     * @return JSON as the package says
     * @throws IllegalArgumentException when the body cannot be understood; says nothing of its content
     */
    public CompletionStage<byte[]> handle(byte[] body) {
        Protocol.Request request = Protocol.read(body, Protocol.Request.class);
        if (request.hops() != Protocol.HOPS) {
            throw new IllegalArgumentException("Not one hop");
        }
        List<Answering<?>> all = request.asks().stream().map(this::ask).toList();
        return CompletableFuture.allOf(all.stream().map(Answering::reply).toArray(CompletableFuture[]::new))
                .handle((done, failures) -> done)
                .completeOnTimeout(null, request.millisecondsLeft(), TimeUnit.MILLISECONDS)
                .thenApplyAsync(
                        done -> Protocol.write(new Protocol.Response(
                                all.stream().map(Answering::outcome).toList())),
                        WRITING);
    }

    private Answering<?> ask(ForwardedRequest ask) {
        try {
            return switch (ask) {
                case ForwardedRequest.Submit submit -> submit(type(submit.type()), submit);
                case ForwardedRequest.Read(String type, String id) -> read(type(type), id);
            };
        } catch (IllegalArgumentException ofAnotherVersion) {
            return new Answering<>(CompletableFuture.completedFuture(null), done -> new Outcome.NotUnderstood());
        }
    }

    private AggregateType<?, ?, ?, ?, ?, ?> type(String name) {
        AggregateType<?, ?, ?, ?, ?, ?> type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("No such type here");
        }
        return type;
    }

    private <S, C, E, R, A, X> Answering<?> submit(AggregateType<S, C, E, R, A, X> type, ForwardedRequest.Submit ask) {
        C command = type.wire().commands().read(ask.command().bytes());
        return new Answering<>(
                local.submit(type, ask.id(), command, ask.meta()).toCompletableFuture(), reply -> switch (reply) {
                    case Reply.Done<R, A>(A answer, List<Position> positions, boolean repeated) ->
                        new Outcome.Done(new RawJson(type.wire().answers().write(answer)), positions, repeated);
                    case Reply.Refused<R, A>(R reason) ->
                        new Outcome.Refused(new RawJson(type.wire().refusals().write(reason)));
                });
    }

    private <S> Answering<S> read(AggregateType<S, ?, ?, ?, ?, ?> type, String id) {
        return new Answering<>(
                local.read(type, id).toCompletableFuture(),
                state -> new Outcome.State(new RawJson(type.wire().states().write(state))));
    }

    /** What the runtime will say, and how that is written. */
    private record Answering<T>(CompletableFuture<T> reply, Function<T, Outcome> write) {

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
                    .limit(FRAMES)
                    .map(StackTraceElement::toString)
                    .collect(Collectors.joining(", "));
            LOG.errorf("Unexpected failure %s: %s at %s", id, bug.getClass().getName(), where);
            return new Outcome.Failed(id);
        }
    }
}

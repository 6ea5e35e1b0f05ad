package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Position;
import dev.foyer.base.Unavailable;
import dev.foyer.base.Unavailable.Reason;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.Partitions;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The entry point to all aggregates of a service, whichever instance owns them: this instance's runtime first, then the
 * owner's, again and again until the deadline. A command whose answer was lost on the way is sent again under its own id,
 * which is safe: it gets its first answer, though without what was secret in it.
 *
 * <p>Fails with {@link Unavailable} when there is no answer in time, and at once when the owner is overloaded or too
 * many commands are in flight here. An answer in doubt stays in doubt: the command may still be decided. Commands for one
 * aggregate keep their order only when each is sent after the answer to the one before.
 *
 * <p>Thread-safe. Stages are completed by threads of ours: what is chained to them must not block.
 */
public final class RoutedCommands implements Commands, AutoCloseable {

    private static final int LIMIT = 10_000;
    private static final Duration SWEEP = Duration.ofMillis(250);

    private final Commands local;
    private final int partitions;
    private final Duration deadline;
    private final OwnerDirectory directory;
    private final ForwardClient client;
    private final List<PartitionForwarder> forwarders;
    private final Set<RoutedRequest<?>> inFlight = ConcurrentHashMap.newKeySet();
    private final Thread sweeper;
    private volatile boolean closed;

    /**
     * @param local this instance's own; its {@link ForwardedCommandHandler} asks the same
     * @param settings those of the runtime: they name the group and this instance's URL
     * @param transport which members are spoken to, and how
     * @param deadline for one command with all its tries; longer than the session timeout, so that a caller of an owner
     *     that died notices nothing but time
     */
    public RoutedCommands(Commands local, RuntimeSettings settings, Transport transport, Duration deadline) {
        this.local = local;
        this.partitions = settings.partitions();
        this.deadline = deadline;
        Strangers strangers = new Strangers(settings.service() + ".owners", settings.metrics());
        this.directory = new OwnerDirectory(settings, transport, strangers);
        this.client = new ForwardClient(transport, strangers, new ForwardTimes(settings.metrics()));
        this.forwarders = IntStream.range(0, partitions)
                .mapToObj(partition -> new PartitionForwarder(partition, settings.instanceUrl(), directory, client))
                .toList();
        this.sweeper = Thread.ofVirtual().name("deadlines").start(this::sweep);
    }

    @Override
    public <S, C, E, R, A, X> CompletionStage<Reply<R, A>> submit(
            AggregateType<S, C, E, R, A, X> type, String aggregateId, C command, CommandMeta meta) {
        return start(
                type.key(aggregateId),
                () -> local.submit(type, aggregateId, command, meta),
                () -> new ForwardedRequest.Submit(
                        type.name(),
                        type.wire().exchange(),
                        aggregateId,
                        new RawJson(type.wire().commands().write(command)),
                        meta),
                outcome -> reply(type, outcome));
    }

    @Override
    public <S> CompletionStage<S> read(AggregateType<S, ?, ?, ?, ?, ?> type, String aggregateId) {
        return start(
                type.key(aggregateId),
                () -> local.read(type, aggregateId),
                () -> new ForwardedRequest.Read(
                        type.name(), type.wire().states().fingerprint(), aggregateId),
                outcome -> switch (outcome) {
                    case Outcome.State(RawJson state) -> type.wire().states().read(state.bytes());
                    case Outcome.Done _,
                            Outcome.Refused _,
                            Outcome.NotNow _,
                            Outcome.NotUnderstood _,
                            Outcome.Failed _ -> throw new IllegalArgumentException("Not an answer to a read");
                });
    }

    private static <R, A> Reply<R, A> reply(AggregateType<?, ?, ?, R, A, ?> type, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(RawJson answer, List<Position> positions, boolean repeated) ->
                new Reply.Done<>(type.wire().answers().read(answer.bytes()), positions, repeated);
            case Outcome.Refused(RawJson reason) ->
                new Reply.Refused<>(type.wire().refusals().read(reason.bytes()));
            case Outcome.State _, Outcome.NotNow _, Outcome.NotUnderstood _, Outcome.Failed _ ->
                throw new IllegalArgumentException("Not an answer to a command");
        };
    }

    private <T> CompletionStage<T> start(
            String key,
            Supplier<CompletionStage<T>> tryLocal,
            Supplier<ForwardedRequest> encode,
            Function<Outcome, T> decode) {
        if (inFlight.size() >= LIMIT) {
            return CompletableFuture.failedStage(
                    new Unavailable(Reason.OVERLOADED, "More than " + LIMIT + " commands are in flight here."));
        }
        RoutedRequest<T> request = new RoutedRequest<>(
                tryLocal,
                encode,
                decode,
                moved -> forwarders.get(Partitions.of(key, partitions)).add(moved),
                System.nanoTime() + deadline.toNanos(),
                new Unavailable(Reason.RECOVERING, "There was no answer in time; try again with the same command id."));
        inFlight.add(request);
        request.reply().whenComplete((value, failure) -> inFlight.remove(request));
        if (closed) {
            request.timeOut();
        } else {
            request.tryLocally();
        }
        return request.reply();
    }

    /** One look at all requests in flight, instead of a timer for each. */
    private void sweep() {
        try {
            while (true) {
                Thread.sleep(SWEEP);
                inFlight.stream().filter(request -> request.nanosLeft() <= 0).forEach(RoutedRequest::timeOut);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fails the requests in flight. The local runtime is not closed. */
    @Override
    public void close() {
        closed = true;
        forwarders.forEach(PartitionForwarder::close);
        sweeper.interrupt();
        inFlight.forEach(RoutedRequest::timeOut);
        client.close();
        directory.close();
    }
}

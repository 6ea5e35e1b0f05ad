package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.ForwardedCommandVerifier;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.eventsourcing.internal.runtime.Tally;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One instance of the tally's service: its runtime, its endpoint for other instances and its router. */
final class Instance implements AutoCloseable {

    /** No test waits until it is over. */
    static final Duration DEADLINE = Patience.PATIENCE;

    final ForwardServer server;
    final AggregateRuntime runtime;
    final RoutedCommands commands;

    Instance(EmbeddedBroker broker) {
        this(broker, new ForwardServer(), Transport.plain());
    }

    /** @param server where others reach it, not yet opened */
    Instance(EmbeddedBroker broker, ForwardServer server, Transport transport) {
        this.server = server;
        RuntimeSettings settings = settings(broker, server.url());
        runtime = new AggregateRuntime(settings, List.of(Tally.TYPE));
        server.open(new ForwardedCommandHandler(runtime, List.of(Tally.TYPE), ForwardedCommandVerifier.ALL));
        commands = new RoutedCommands(runtime, settings, transport, DEADLINE);
    }

    /** An instance that owns nothing and only asks others. */
    static RoutedCommands router(EmbeddedBroker broker, Commands local, Duration deadline) {
        return new RoutedCommands(local, settings(broker, "http://127.0.0.1:1/router"), Transport.plain(), deadline);
    }

    static RuntimeSettings settings(EmbeddedBroker broker, String url) {
        return RuntimeSettings.of(broker.connection(), "tally", Tally.JOURNAL, 3, url);
    }

    boolean owns(int partitions) {
        return runtime.ready() && runtime.partitions().size() == partitions;
    }

    static CompletableFuture<Reply<Tally.Refusal, Tally.Answer>> add(
            Commands commands, String id, int amount, String commandId) {
        return submit(commands, id, new Tally.Command.Add(amount), commandId);
    }

    static CompletableFuture<Reply<Tally.Refusal, Tally.Answer>> submit(
            Commands commands, String id, Tally.Command command, String commandId) {
        return commands.submit(
                        Tally.TYPE,
                        id,
                        command,
                        new CommandMeta(commandId, "because-" + commandId, new Actor("tester", "test", null)))
                .toCompletableFuture();
    }

    @Override
    public void close() {
        server.close();
        runtime.close();
        commands.close();
    }
}

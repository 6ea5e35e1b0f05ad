package dev.foyer.proof.instance;

import com.sun.net.httpserver.HttpServer;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.ForwardedCommandVerifier;
import dev.foyer.eventsourcing.internal.routing.ForwardedCommandHandler;
import dev.foyer.eventsourcing.internal.routing.RoutedCommands;
import dev.foyer.eventsourcing.internal.routing.Transport;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.proof.domain.Accounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** The parts of one instance, put together. */
public final class Instance implements AutoCloseable {

    /** Beyond the session: how long a command is tried again while ownership moves. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final AggregateRuntime runtime;
    private final RoutedCommands routed;
    private final HttpServer server;
    private final Optional<ForwardServer> proved;

    /**
     * Joins the group at once and listens on all addresses.
     *
     * @param host under which the other instances reach it
     */
    public Instance(ClusterPlan plan, String host, int port, Optional<String> instanceId) {
        Optional<Proofs> proofs = plan.proofs();
        proved = proofs.map(ForwardServer::new);
        String url =
                proved.map(secured -> "https://" + host + ":" + secured.port()).orElse("http://" + host + ":" + port);
        SteppedClock clock = new SteppedClock();
        RuntimeSettings settings = plan.settings(url, instanceId).withClock(clock);
        runtime = new AggregateRuntime(settings, List.of(Accounts.TYPE));
        Transport transport = proofs.map(all -> all.transport(url)).orElseGet(Transport::plain);
        routed = new RoutedCommands(
                runtime, settings, transport, settings.sessionTimeout().plus(PATIENCE));
        try {
            server = HttpServer.create(new InetSocketAddress(port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/clock", clock);
        server.createContext("/commands", new ClientEndpoint(routed));
        server.createContext("/owned", new ClientEndpoint(runtime));
        var handler = new ForwardedCommandHandler(
                runtime, List.of(Accounts.TYPE), proofs.map(Proofs::verifier).orElse(ForwardedCommandVerifier.ALL));
        proved.ifPresentOrElse(secured -> secured.open(handler), () -> ForwardServer.open(server, handler));
        server.createContext("/ready", new StatusEndpoint(() -> runtime.ready() ? "ready" : ""));
        server.createContext(
                "/owns", new StatusEndpoint(() -> runtime.partitions().toString()));
        server.createContext(
                "/verify", new StatusEndpoint(() -> runtime.verify().toString()));
        server.start();
    }

    /** Whichever instance owns them. */
    public Commands commands() {
        return routed;
    }

    /** Only what this one owns. */
    public AggregateRuntime runtime() {
        return runtime;
    }

    /** Answers the requests in flight, then leaves the group. */
    @Override
    public void close() {
        routed.close();
        runtime.close();
        server.stop(0);
        proved.ifPresent(ForwardServer::close);
    }
}

package dev.foyer.service.filter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sets the limits of time for every connection to every port of ours. Vert.x has none for a client that sends its headers
 * byte by byte, and shows a connection to nobody before the headers are there; so the ports themselves are watched.
 */
@ApplicationScoped
public class ConnectionGuard {

    private static final String NAME = "foyer.guard";
    private static final long LOOK_MILLIS = 250;
    /** While ports are being opened: whoever comes before a port is watched has no limits and is not waited for. */
    private static final long OPENING_LOOK_MILLIS = 2;

    private static final int PORTS = 2;

    @Inject
    Vertx vertx;

    @Inject
    ConnectionLimits limits;

    @Inject
    MeterRegistry meters;

    @Inject
    @ConfigProperty(name = "quarkus.http.http2")
    boolean http2;

    @Inject
    @ConfigProperty(name = "quarkus.management.port")
    int managementPort;

    private final Traffic traffic = new Traffic();
    private final Traffic management = new Traffic();
    private final Set<Channel> watched = ConcurrentHashMap.newKeySet();
    private Counter slow;
    private volatile long timer;

    /** Ports are opened after this, and a port that fails may be opened again: whoever is not watched yet will be. */
    void start(@Observes StartupEvent event) {
        check("foyer.header-timeout", limits.headerTimeout());
        check("foyer.body-timeout", limits.bodyTimeout());
        check("foyer.idle-timeout", limits.idleTimeout());
        if (http2) {
            throw new ConfigurationException(
                    "quarkus.http.http2 is on, but bodies are read and times are limited for HTTP/1 only; leave it off.");
        }
        slow = Counter.builder("foyer.connections.too.slow")
                .description("Clients cut off in the middle of a request")
                .register(meters);
        timer = vertx.setPeriodic(1, OPENING_LOOK_MILLIS, _ -> watchOpening());
    }

    private void watchOpening() {
        watchPorts();
        if (watched.size() >= PORTS) {
            vertx.cancelTimer(timer);
            timer = vertx.setPeriodic(LOOK_MILLIS, _ -> watchPorts());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private static void check(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new ConfigurationException(setting + " is " + value + ", but nobody can do anything in no time.");
        }
    }

    private void watchPorts() {
        for (EventExecutor acceptor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            acceptor.execute(() -> ((SingleThreadEventLoop) acceptor)
                    .registeredChannelsIterator()
                    .forEachRemaining(this::watch));
        }
    }

    private void watch(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(NAME) == null) {
            channel.pipeline().addFirst(NAME, new Accepted());
            watched.add(channel);
            channel.closeFuture().addListener(_ -> watched.remove(channel));
        }
    }

    private boolean isManagement(Channel port) {
        return port.localAddress() instanceof InetSocketAddress address && address.getPort() == managementPort;
    }

    /** At the application's port. */
    Traffic traffic() {
        return traffic;
    }

    /** Nobody connects to the application's port any more; health goes on to answer at that of the management. */
    void closePorts() throws InterruptedException {
        for (Channel port : watched) {
            if (!isManagement(port)) {
                port.close().await();
            }
        }
    }

    /** What a port reads are connections. */
    private final class Accepted extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext port, Object connection) {
            Traffic ofPort = isManagement(port.channel()) ? management : traffic;
            ((Channel) connection).pipeline().addFirst(new ConnectionGate(context -> clock(context, ofPort)));
            port.fireChannelRead(connection);
        }
    }

    private ConnectionClock clock(ChannelHandlerContext context, Traffic ofPort) {
        return new ConnectionClock(context.channel(), limits, slow::increment, ofPort);
    }
}

package dev.foyer.proof.instance;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.foyer.eventsourcing.internal.routing.ForwardedCommandHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Where instances that prove who they are hand commands over to each other; its port is known before it is opened. */
final class ForwardServer implements AutoCloseable {

    private final HttpsServer server;
    private final Proofs proofs;

    ForwardServer(Proofs proofs) {
        this.proofs = proofs;
        try {
            server = HttpsServer.create(new InetSocketAddress(0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        SSLContext tls = proofs.server();
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters all = tls.getDefaultSSLParameters();
                all.setNeedClientAuth(true);
                parameters.setSSLParameters(all);
            }
        });
    }

    int port() {
        return server.getAddress().getPort();
    }

    void open(ForwardedCommandHandler handler) {
        server.createContext("/internal/commands", new ForwardEndpoint(handler, proofs::believes));
        server.start();
    }

    /** For instances in clear, on the port that they have for everybody. */
    static void open(HttpServer server, ForwardedCommandHandler handler) {
        server.createContext("/internal/commands", new ForwardEndpoint(handler, (shown, body) -> true));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.foyer.service.eventsourced.peers;

import dev.foyer.base.Problem;
import dev.foyer.service.ServiceConfig;
import dev.foyer.service.tls.OwnIdentity;
import dev.foyer.service.tls.TlsConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLSession;

/** What the names of our callers are good for. Thread-safe. */
@ApplicationScoped
class Peers {

    @Inject
    OwnIdentity identity;

    @Inject
    TlsConfig config;

    @Inject
    ServiceConfig service;

    @Inject
    MeterRegistry metrics;

    private Counter strangers;

    @PostConstruct
    void register() {
        strangers = Counter.builder("foyer.peers.refused")
                .description("Requests of peers whose certificate has none of the names that may call this")
                .register(metrics);
    }

    /** Its series are there from the start. */
    void start(@Observes StartupEvent event) {}

    /** Nothing when the caller has something to do here at all. */
    Optional<Problem> stranger(HttpServerRequest request) {
        return refused(request, Peer.values());
    }

    /** Nothing when the caller is this one. */
    Optional<Problem> another(HttpServerRequest request, Peer wanted) {
        return refused(request, wanted);
    }

    private Optional<Problem> refused(HttpServerRequest request, Peer... allowed) {
        if (identity.tls().isEmpty()) {
            return Optional.empty(); // a test: nothing else starts without
        }
        List<String> names =
                PeerSession.names(request.sslSession(), identity.tls().get());
        if (Stream.of(allowed).map(peer -> peer.name(service.service())).anyMatch(names::contains)) {
            return Optional.empty();
        }
        strangers.increment();
        return Optional.of(Problem.of(
                403,
                "peer-not-allowed",
                "Not for this caller",
                "The name in the caller's certificate is not one that may call this."));
    }

    /** Whether the caller should prove its name anew before the next request. */
    boolean isOld(SSLSession session) {
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(config.connectionAge())
                        .isBefore(Instant.now());
    }
}

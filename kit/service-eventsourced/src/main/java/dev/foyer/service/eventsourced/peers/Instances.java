package dev.foyer.service.eventsourced.peers;

import dev.foyer.service.ServiceConfig;
import dev.foyer.service.calls.InstanceProof;
import dev.foyer.service.calls.RefusedCalls;
import dev.foyer.service.keys.KeyFileWatch;
import dev.foyer.service.keys.OctKeySet;
import dev.foyer.service.keys.WatchedFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;

/** The other instances of this service: what we show them, and whether we believe one. Thread-safe. */
@ApplicationScoped
public class Instances {

    private static final int BEFORE_ALL_ELSE = 1;

    /** They run on one network, if not on one machine. */
    private static final Duration SKEW = Duration.ofSeconds(2);

    @Inject
    InstanceConfig config;

    @Inject
    ServiceConfig common;

    @Inject
    KeyFileWatch watch;

    @Inject
    MeterRegistry metrics;

    private WatchedFile<OctKeySet> keys;
    private InstanceProof proof;
    private RefusedCalls refused;

    @PostConstruct
    void read() {
        refused = new RefusedCalls(metrics);
        String title = "The key file " + config.instanceKeysFile() + " (foyer.instance-keys-file)";
        try {
            keys = new WatchedFile<>(
                    config.instanceKeysFile(), title, (content, before) -> OctKeySet.read(content, title, before));
        } catch (IllegalStateException e) {
            throw new ConfigurationException(e.getMessage()); // Quarkus ends the start with the sentence alone
        }
        proof = new InstanceProof(keys, common.service(), SKEW, InstantSource.system());
        // Once here: the first use loads classes, and virtual threads that wait for that hold the few processors.
        proof.believes(proof.of(new byte[0]), new byte[0]);
    }

    /** Bad keys stop the start before anything else is tried; later ones are only refused. */
    void start(@Observes @Priority(BEFORE_ALL_ELSE) StartupEvent event) {
        watch.report("instance", keys::problem);
        watch.age("instance", () -> keys.get().currentMadeAt());
        watch.every(common.keyFileInterval(), keys::look);
    }

    /** Shows with a request that leaves now that we are one. */
    public void prove(byte[] body, HttpRequest.Builder request) {
        request.header(InstanceProof.HEADER, proof.of(body));
    }

    /** Whether one of us sent this; who is not is counted. */
    public boolean believe(String shown, byte[] body) {
        boolean believed = proof.believes(shown, body);
        if (!believed) {
            refused.count(RefusedCalls.INSTANCE);
        }
        return believed;
    }
}

package dev.foyer.gateway.clients;

import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Problem;
import dev.foyer.base.tls.Authorities;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.service.calls.CallSigner;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.CertifiedPeers;
import dev.foyer.testing.PeerFiles;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom the gateway takes for a service, and what it shows there, over real mutual TLS. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@TestProfile(ServiceIdentitiesTest.WithCertificate.class)
class ServiceIdentitiesTest {

    private static final String SERVICE = "pin-service";
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final CommandContext COMMAND = new CommandContext(
            new Account("admin", "contoso.com", Set.of("conferencing-admin"), "u-9"),
            "conferencing-admin",
            "command-1",
            "correlation-1");

    @Inject
    CallSigner signer;

    @Inject
    TlsConfigurationRegistry registry;

    public static class WithCertificate implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PeerFiles.class, Map.of("name", "admin-gateway")));
        }
    }

    @AfterEach
    void asBefore() {
        PeerFiles.replaceAuthorities(PeerFiles.ours());
    }

    @Test
    void aServiceIsKnownByItsNameAndSeesOurs() throws IOException {
        try (StandIn service = new StandIn(tls(SERVICE))) {
            assertEquals(204, lock(remote(service, PATIENT)));
            assertEquals(
                    "CN=admin-gateway",
                    service.shown().iterator().next().getSubjectX500Principal().getName());
        }
    }

    @Test
    void whoDoesNotProveThatNameIsAskedNothing() throws IOException {
        CertifiedPeers ours = PeerFiles.ours();
        CertifiedPeers theirs = CertifiedPeers.create();
        for (MutualTls wrong : List.of(
                tls("meeting-service"),
                tls("127.0.0.1"),
                ours.tls(ours.expired(SERVICE)),
                CertifiedPeers.tls(theirs.issue(SERVICE), ours))) {
            try (StandIn service = new StandIn(wrong)) {
                RemoteService<PinServiceClient> remote = remote(service, Duration.ofMillis(300));
                Problem problem = assertThrows(Problem.ProblemException.class, () -> lock(remote))
                        .problem();
                assertEquals("/problems/service-away", problem.type());
                assertEquals(List.of(), service.asked());
            }
        }
    }

    /** A handshake per request would cost more than the request. */
    @Test
    void connectionsAreKept() throws Exception {
        int callers = 32;
        try (StandIn service = new StandIn(tls(SERVICE));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RemoteService<PinServiceClient> remote = remote(service, PATIENT);
            IntStream.range(0, callers)
                    .forEach(_ -> threads.submit(() -> IntStream.range(0, 10).forEach(_ -> lock(remote))));
            threads.shutdown();
            assertTrue(threads.awaitTermination(2, TimeUnit.MINUTES));
            assertEquals(callers * 10, service.asked().size());
            assertTrue(service.connections() <= callers, service.connections() + " connections");
        }
    }

    /** A new certificate for us, another authority for the service, and the end of the first authority. */
    @Test
    void filesAreReplacedWhileServicesAreAsked() throws Exception {
        CertifiedPeers ours = PeerFiles.ours();
        CertifiedPeers next = CertifiedPeers.create();
        Service certified = new Service(ours, next);
        try (StandIn service = new StandIn(certified.tls())) {
            service.hangUpAfterEach();
            RemoteService<PinServiceClient> remote = remote(service, PATIENT);
            AtomicBoolean enough = new AtomicBoolean();
            AtomicInteger answered = new AtomicInteger();
            Thread busy = Thread.ofVirtual().start(() -> {
                while (!enough.get() && lock(remote) == 204) {
                    answered.incrementAndGet();
                }
            });
            await().until(() -> service.shown().size() == 1);

            PeerFiles.replaceAuthorities(ours, next);
            PeerFiles.replaceCertificate(next.issue("admin-gateway"));
            await().until(() -> service.shown().size() == 2);
            certified.shows(next);
            PeerFiles.replaceAuthorities(next);

            int until = answered.get();
            await().until(() -> answered.get() > until + 10);
            enough.set(true);
            busy.join();
            assertEquals(204, lock(remote));
        }
        PeerFiles.replaceCertificate(ours.issue("admin-gateway"));
    }

    /** A service that follows its own files. */
    private static final class Service {
        private final Authorities both;
        private volatile MutualTls shown;

        Service(CertifiedPeers now, CertifiedPeers next) {
            both = Authorities.read(now.pem() + next.pem(), "The authorities of the test");
            shows(now);
        }

        void shows(CertifiedPeers by) {
            shown = by.tls(by.issue(SERVICE));
        }

        MutualTls tls() {
            return new MutualTls(() -> shown.credentials().get(), () -> both);
        }
    }

    private static MutualTls tls(String name) {
        return PeerFiles.ours().tls(PeerFiles.ours().issue(name));
    }

    private RemoteService<PinServiceClient> remote(StandIn service, Duration deadline) {
        PinServiceClient client = QuarkusRestClientBuilder.newBuilder()
                .baseUri(service.uri())
                .tlsConfiguration(registry.get(SERVICE).orElseThrow())
                .build(PinServiceClient.class);
        return new RemoteService<>(SERVICE, client, signer, () -> Pulse.Beat.ANSWERED, new ClockReport(), deadline);
    }

    private static int lock(RemoteService<PinServiceClient> remote) {
        return remote.run(COMMAND, (pins, command) -> pins.lockPin(command, "u-1"))
                .status();
    }
}

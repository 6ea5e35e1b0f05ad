package dev.foyer.eventsourcing.internal.routing;

import static dev.foyer.eventsourcing.internal.routing.Instance.add;
import static dev.foyer.testing.Patience.answer;
import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.authority.Issued;
import dev.foyer.base.Unavailable;
import dev.foyer.base.Unavailable.Reason;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.eventsourcing.ForwardedCommandVerifier;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.eventsourcing.internal.runtime.Tally;
import dev.foyer.eventsourcing.internal.runtime.TallyBroker;
import dev.foyer.testing.CertifiedPeers;
import dev.foyer.testing.LogLines;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Somebody who is none of our instances joins the owners' group and is given all partitions. Nothing of a command reaches
 * it; what it owns waits for the next owner.
 */
@Tag("case-S2")
class StrangersTest {

    private static final String SERVICE = "tally";
    private static final Duration SOON = Duration.ofMillis(1_500);

    @RegisterExtension
    static final TallyBroker TALLY = new TallyBroker();

    private final CertifiedPeers ours = CertifiedPeers.create();
    private final MeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void whoListensInClearGetsNoConnection() {
        ForwardServer stranger = owning(new ForwardServer());
        assertRefused(stranger, "url");
    }

    @Test
    void whoHasACertificateOfItsOwnMakingGetsNothing() {
        CertifiedPeers theirs = CertifiedPeers.create();
        assertRefused(owning(server(theirs.tls(theirs.issue(SERVICE)))), "certificate");
    }

    @Test
    void anotherServiceOfOursGetsNothing() {
        assertRefused(owning(server(ours.tls(ours.issue("another-service")))), "certificate");
    }

    @Test
    void whoseCertificateHasExpiredGetsNothing() {
        assertRefused(owning(server(ours.tls(ours.expired(SERVICE)))), "certificate");
    }

    @Test
    void whatAStrangerOwnedIsDoneByTheNextOwner() throws Exception {
        ForwardServer stranger = TALLY.started(new ForwardServer());
        AggregateRuntime member = member(stranger);
        RoutedCommands router = TALLY.started(router(ours.issue(SERVICE), Instance.DEADLINE));
        var reply = add(router, "waits", 1, "c");
        await().until(() -> strangers("url") > 0);
        Instance next = TALLY.started(
                new Instance(TALLY.broker(), server(ours.tls(ours.issue(SERVICE))), toOwners(ours.issue(SERVICE))));
        member.close();
        assertInstanceOf(Reply.Done.class, answer(reply));
        assertTrue(next.server.requests() > 0);
        assertEquals(0, stranger.requests());
    }

    /** The other way round: an instance tells a stranger nothing either, however well it knows the protocol. */
    @Test
    void anOwnerAnswersNobodyWithoutACertificateOfOurs() {
        Instance owner = TALLY.started(
                new Instance(TALLY.broker(), server(ours.tls(ours.issue(SERVICE))), toOwners(ours.issue(SERVICE))));
        await().until(() -> owner.owns(3));
        CertifiedPeers theirs = CertifiedPeers.create();
        MutualTls forged = CertifiedPeers.tls(theirs.issue(SERVICE), ours);
        RoutedCommands stranger = TALLY.started(routed(Transport.mutual(forged.clientOf(SERVICE), anyPort()), SOON));
        assertEquals(Reason.MOVED, refused(add(stranger, "forged", 1, "c")).reason());
        assertEquals(0, owner.server.requests());
    }

    /** Its metric says it once, however often it is met. */
    private void assertRefused(ForwardServer stranger, String reason) {
        RoutedCommands router = TALLY.started(router(ours.issue(SERVICE), SOON));
        try (LogLines log = new LogLines()) {
            assertEquals(Reason.MOVED, refused(add(router, "secret", 1, "c")).reason());
            assertEquals(Reason.MOVED, refused(add(router, "secret", 1, "c")).reason());
            assertEquals(1, strangers(reason));
            List<String> told = log.lines().stream()
                    .filter(line -> line.contains("Nothing is sent there."))
                    .toList();
            assertEquals(1, told.size());
            assertTrue(told.getFirst().contains(stranger.url()), told.getFirst());
        }
        assertEquals(0, stranger.requests());
    }

    private double strangers(String reason) {
        return metrics.counter("foyer.owners.strangers", "reason", reason).count();
    }

    private ForwardServer server(MutualTls tls) {
        return new ForwardServer(Optional.of(CertifiedPeers.server(tls)));
    }

    /** It answers whatever it is asked, once it owns everything. */
    private ForwardServer owning(ForwardServer server) {
        TALLY.started(server)
                .open(new ForwardedCommandHandler(
                        FixedAnswer.never(), List.of(Tally.TYPE), ForwardedCommandVerifier.ALL));
        member(server);
        return server;
    }

    private AggregateRuntime member(ForwardServer server) {
        AggregateRuntime member = TALLY.started(
                new AggregateRuntime(Instance.settings(TALLY.broker(), server.url()), List.of(Tally.TYPE)));
        await().until(() -> member.ready() && member.partitions().size() == 3);
        return member;
    }

    private RoutedCommands router(Issued own, Duration deadline) {
        return routed(toOwners(own), deadline);
    }

    private RoutedCommands routed(Transport transport, Duration deadline) {
        RuntimeSettings settings =
                Instance.settings(TALLY.broker(), "https://127.0.0.1:1").withMetrics(metrics);
        return new RoutedCommands(FixedAnswer.notNow(Reason.MOVED), settings, transport, deadline);
    }

    private Transport toOwners(Issued own) {
        return Transport.mutual(ours.tls(own).clientOf(SERVICE), anyPort());
    }

    private static Pattern anyPort() {
        return Transport.sameHost("https://127.0.0.1:1");
    }

    private static Unavailable refused(CompletableFuture<?> reply) {
        var failed = assertThrows(ExecutionException.class, () -> answer(reply));
        return assertInstanceOf(Unavailable.class, failed.getCause());
    }
}

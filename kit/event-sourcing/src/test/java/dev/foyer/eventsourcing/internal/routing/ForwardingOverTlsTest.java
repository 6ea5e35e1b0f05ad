package dev.foyer.eventsourcing.internal.routing;

import static dev.foyer.eventsourcing.internal.routing.Instance.add;
import static dev.foyer.testing.Patience.answer;
import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Unavailable.Reason;
import dev.foyer.base.tls.Authorities;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.eventsourcing.internal.runtime.Tally;
import dev.foyer.testing.CertifiedPeers;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An owner behind mutual TLS, asked by an instance that owns nothing; in the order of the files' lives. */
class ForwardingOverTlsTest {

    private static final String SERVICE = "tally";

    private static final CertifiedPeers NOW = CertifiedPeers.create();
    private static final CertifiedPeers NEXT = CertifiedPeers.create();

    /** What lies in a process' files. */
    private static final class Peer {
        private volatile MutualTls files = NOW.tls(NOW.issue(SERVICE));

        MutualTls tls() {
            return new MutualTls(
                    () -> files.credentials().get(), () -> files.authorities().get());
        }

        void has(CertifiedPeers by, Authorities believed) {
            MutualTls issued = by.tls(by.issue(SERVICE));
            files = new MutualTls(issued.credentials(), () -> believed);
        }

        Transport transport() {
            return Transport.mutual(tls().clientOf(SERVICE), Transport.sameHost("https://127.0.0.1:1"));
        }
    }

    private static final Peer OWNER = new Peer();
    private static final Peer ASKING = new Peer();

    private static EmbeddedBroker broker;
    private static Instance owner;
    private static RoutedCommands asking;
    private static int commands;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start();
        Topics.create(
                broker, List.of(new NewTopic(Tally.JOURNAL, 3, (short) 1), new NewTopic(Tally.EVENTS, 3, (short) 1)));
        owner = new Instance(
                broker, new ForwardServer(Optional.of(CertifiedPeers.server(OWNER.tls()))), OWNER.transport());
        RuntimeSettings settings = Instance.settings(broker, "https://127.0.0.1:1");
        asking = new RoutedCommands(FixedAnswer.notNow(Reason.MOVED), settings, ASKING.transport(), Instance.DEADLINE);
        await().until(() -> owner.owns(3));
    }

    @AfterAll
    static void stop() {
        asking.close();
        owner.close();
        broker.close();
    }

    /** Three senders for each of three partitions. */
    @Test
    void connectionsAreKept() throws Exception {
        owner.server.keepsConnections(true);
        int before = owner.server.connections();
        for (int i = 0; i < 100; i++) {
            command();
        }
        int made = owner.server.connections() - before;
        assertTrue(made <= 9, made + " connections");
    }

    @Test
    void filesAreReplacedWhileCommandsAreForwarded() throws Exception {
        Authorities both = Authorities.read(NOW.pem() + NEXT.pem(), "Both");
        Authorities next = Authorities.read(NEXT.pem(), "The next");
        owner.server.keepsConnections(false);
        OWNER.has(NOW, both);
        untilShown(NOW, both);
        OWNER.has(NEXT, both);
        untilShown(NEXT, both);
        OWNER.has(NEXT, next);
        untilShown(NEXT, next);
    }

    /** The handshakes from now on show another certificate; no command fails. */
    private static void untilShown(CertifiedPeers by, Authorities believed) {
        int before = owner.server.shown().size();
        ASKING.has(by, believed);
        await().until(() -> {
            command();
            return owner.server.shown().size() > before;
        });
    }

    private static void command() throws Exception {
        String id = "c" + commands++;
        assertInstanceOf(Reply.Done.class, answer(add(asking, "over-tls-" + id, 1, id)));
    }
}

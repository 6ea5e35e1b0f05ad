package dev.foyer.base.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.authority.Authority;
import dev.foyer.authority.Issued;
import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handshakes on real sockets: who believes whom, and that the next handshake has what the suppliers then give. */
class MutualTlsTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String SERVICE = "pin-service";
    private static final String CLIENT = "admin-gateway";

    private static final Authority OURS = authority();
    private static final Authority NEXT = authority();

    /** What one side has in its files. */
    private static final class Side {
        private volatile Credentials credentials;
        private volatile Authorities believed = believed(OURS);

        Side(Issued own) {
            has(own);
        }

        void has(Issued own) {
            credentials = new Credentials(own.key(), List.of(own.certificate()));
        }

        MutualTls tls() {
            return new MutualTls(() -> credentials, () -> believed);
        }
    }

    private final Side server = new Side(issue(OURS, SERVICE));
    private final Side client = new Side(issue(OURS, CLIENT));
    private SSLServerSocket listening;
    private SSLContext asClient;

    @BeforeEach
    void listen() throws Exception {
        SSLContext context = SSLContext.getInstance(MutualTls.PROTOCOL);
        context.init(
                new KeyManager[] {server.tls().key()},
                new TrustManager[] {server.tls().anyPeer()},
                null);
        listening = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        listening.setNeedClientAuth(true);
        asClient = client.tls().clientOf(SERVICE);
    }

    @AfterEach
    void close() throws IOException {
        listening.close();
    }

    @Test
    void bothSidesKnowTheOtherByName() {
        Met met = meet();
        assertEquals(List.of(SERVICE), PeerNames.of(met.server()));
        assertEquals(List.of(CLIENT), PeerNames.of(met.client()));
    }

    @Test
    void anotherNameAnotherAuthorityOrAnEndedCertificateIsNobody() {
        for (Issued wrong : List.of(
                issue(OURS, "meeting-service"),
                issue(OURS, "*"),
                issue(OURS, "pin-service.example"),
                issue(NEXT, SERVICE),
                OURS.issue(Instant.now().minus(DAY), DAY.minusHours(1), SERVICE))) {
            server.has(wrong);
            assertThrows(CompletionException.class, this::meet, wrong::toString);
        }
        server.has(issue(OURS, "pin-service.example", SERVICE));
        meet();
    }

    @Test
    void aClientOfAnotherAuthorityOrWithAnEndedCertificateIsNobody() {
        for (Issued wrong :
                List.of(issue(NEXT, CLIENT), OURS.issue(Instant.now().minus(DAY), DAY.minusHours(1), CLIENT))) {
            client.has(wrong);
            assertThrows(CompletionException.class, this::meet, wrong::toString);
        }
    }

    @Test
    void theNextHandshakeShowsAndBelievesWhatIsThereThen() {
        Met before = meet();
        server.has(issue(OURS, SERVICE));
        client.has(issue(OURS, CLIENT));
        Met after = meet();
        assertEquals(server.credentials.chain().getFirst(), after.server());
        assertEquals(client.credentials.chain().getFirst(), after.client());
        assertNotEquals(before.server(), after.server());

        server.has(issue(NEXT, SERVICE));
        assertThrows(CompletionException.class, this::meet);
        client.believed = believed(OURS, NEXT);
        meet();
    }

    private record Met(X509Certificate client, X509Certificate server) {}

    /** One byte both ways: in TLS 1.3 a client learns only so that its certificate was refused. */
    private Met meet() {
        CompletableFuture<X509Certificate> atServer = CompletableFuture.supplyAsync(() -> {
            try (SSLSocket accepted = (SSLSocket) listening.accept()) {
                X509Certificate peer = peer(accepted);
                accepted.getOutputStream().write(accepted.getInputStream().read());
                return peer;
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        try (SSLSocket socket = (SSLSocket)
                asClient.getSocketFactory().createSocket(listening.getInetAddress(), listening.getLocalPort())) {
            socket.setSSLParameters(MutualTls.parameters());
            X509Certificate peer = peer(socket);
            socket.getOutputStream().write(7);
            if (socket.getInputStream().read() != 7) {
                throw new CompletionException(new IOException("Hung up"));
            }
            return new Met(atServer.join(), peer);
        } catch (IOException e) {
            throw new CompletionException(e);
        } finally {
            atServer.handle((peer, failure) -> peer).join();
        }
    }

    private static X509Certificate peer(SSLSocket socket) throws IOException {
        socket.startHandshake();
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    private static Authority authority() {
        return Authority.create("test", Instant.now(), DAY);
    }

    private static Issued issue(Authority by, String... names) {
        return by.issue(Instant.now(), DAY, names);
    }

    private static Authorities believed(Authority... authorities) {
        StringBuilder pem = new StringBuilder();
        for (Authority each : authorities) {
            pem.append(each.own().certificatePem());
        }
        return Authorities.read(pem.toString(), "The authorities");
    }
}

package dev.foyer.service.eventsourced.peers;

import static dev.foyer.testing.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.authority.Issued;
import dev.foyer.base.tls.Authorities;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.service.eventsourced.ChannelsBroker;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.CertifiedPeers;
import dev.foyer.testing.InstanceToken;
import dev.foyer.testing.Management;
import dev.foyer.testing.PeerFiles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in over real mutual TLS, and what they may call there. */
@QuarkusTest
@QuarkusTestResource(ChannelsBroker.class)
@TestProfile(OverTls.class)
@Tag("case-S2")
class PeersTest {

    private static final String SERVICE = "tester";

    @AfterEach
    void asBefore() {
        PeerFiles.replaceAuthorities(PeerFiles.ours());
    }

    /** 404: let in, and told that nothing is there; an instance must prove more than its name. */
    @ParameterizedTest
    @CsvSource({
        "admin-gateway,   GET,  /internal/v1/tenants/contoso.com/ping,  200",
        "admin-gateway,   GET,  /internal/v1/none,  404",
        "admin-gateway,   POST, /internal/commands, 403",
        "admin-gateway,   POST, /internal/verify,   403",
        "admin-gateway,   POST, /internal/states,   403",
        "tester,          POST, /internal/commands, 403 instance-not-proved",
        "tester,          GET,  /internal/v1/tenants/contoso.com/ping,  403",
        "tester,          POST, /internal/verify,   403",
        "operator,        POST, /internal/verify,   200",
        "operator,        POST, /internal/states,   200",
        "operator,        GET,  /internal/v1/tenants/contoso.com/ping,  403",
        "operator,        POST, /internal/commands, 403",
        "meeting-service, GET,  /internal/v1/tenants/contoso.com/ping,  403",
        "meeting-service, GET,  /internal/v1/none,  403",
        "meeting-service, POST, /internal/commands, 403",
        "meeting-service, GET,  /,                  403",
        "admin-gateway.x, GET,  /internal/v1/tenants/contoso.com/ping,  403",
    })
    void eachNameMayCallItsOwn(String name, String method, String path, String expected) throws Exception {
        HttpResponse<String> answer = client(name).send(request(method, path), BodyHandlers.ofString());
        String status = expected.replaceFirst(" .*", "");
        assertEquals(status, Integer.toString(answer.statusCode()), answer.body());
        if (status.equals("403")) {
            String problem = expected.equals(status) ? "peer-not-allowed" : expected.replaceFirst(".* ", "");
            assertTrue(answer.body().contains(problem), answer.body());
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""));
        }
    }

    /** As many requests as an instance hands over at once, and as many at a time: each comes through the door whole. */
    @Test
    void aFullBatchIsRead() throws Exception {
        String ask = "{\"@type\":\"Read\",\"type\":\"none\",\"format\":\"f\",\"id\":\"contoso.com/" + "u".repeat(100)
                + "\"}";
        HttpClient client = client(SERVICE);
        for (int size : new int[] {1, 20, 60, 100, 200, 300}) {
            String asks = String.join(",", Collections.nCopies(size, ask));
            String body = "{\"hops\":2,\"millisecondsLeft\":5000,\"asks\":[" + asks + "]}";
            HttpRequest request = HttpRequest.newBuilder(request("POST", "/internal/commands"), (name, value) -> true)
                    .POST(BodyPublishers.ofString(body))
                    .header("Foyer-Instance", InstanceToken.of(SERVICE).signed(body))
                    .build();
            for (int i = 0; i < 20; i++) {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                assertEquals(200, answer.statusCode(), () -> size + " requests: " + answer.body());
            }
        }
    }

    @Test
    void whoHasNoGoodCertificateHasNoConnection() {
        CertifiedPeers ours = PeerFiles.ours();
        CertifiedPeers theirs = CertifiedPeers.create();
        assertNobody(ours.withoutCertificate());
        assertNobody(CertifiedPeers.tls(theirs.issue("admin-gateway"), ours).clientOf(SERVICE));
        assertNobody(ours.tls(ours.expired("admin-gateway")).clientOf(SERVICE));
    }

    @Test
    void anOldVersionOfTlsIsNotSpoken() {
        SSLParameters old = new SSLParameters();
        old.setProtocols(new String[] {"TLSv1.2"});
        HttpClient client = HttpClient.newBuilder()
                .sslContext(context("admin-gateway"))
                .sslParameters(old)
                .build();
        assertThrows(IOException.class, () -> client.send(ping(), BodyHandlers.ofString()));
    }

    /** That would spare the client the certificate. */
    @Test
    void nobodyGoesOnWithAnEarlierSession() {
        AtomicReference<MutualTls> shown = new AtomicReference<>(tls("admin-gateway"));
        SSLContext resuming = CertifiedPeers.resuming(new MutualTls(
                () -> shown.get().credentials().get(),
                () -> shown.get().authorities().get()));
        assertEquals(200, status(HttpClient.newBuilder().sslContext(resuming).build()));
        shown.set(tls("meeting-service"));
        assertEquals(403, status(HttpClient.newBuilder().sslContext(resuming).build()));
    }

    @Test
    void connectionsAreKeptButNotForEver() throws Exception {
        HttpClient client = client("admin-gateway");
        HttpResponse<String> first = client.send(ping(), BodyHandlers.ofString());
        assertEquals(
                first.connectionLabel(),
                client.send(ping(), BodyHandlers.ofString()).connectionLabel());
        await().until(() -> {
            HttpResponse<String> next = client.send(ping(), BodyHandlers.ofString());
            assertEquals(200, next.statusCode());
            return !next.connectionLabel().equals(first.connectionLabel());
        });
    }

    /** Certificate, then authority, then its end: while somebody asks all the time, on kept and on new connections. */
    @Test
    void filesAreReplacedWhileRequestsAreAnswered() throws Exception {
        CertifiedPeers ours = PeerFiles.ours();
        CertifiedPeers next = CertifiedPeers.create();
        HttpClient asking = HttpClient.newBuilder()
                .sslContext(believingBoth(ours, next).clientOf(SERVICE))
                .build();
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        Thread busy = Thread.ofVirtual().start(() -> {
            while (!enough.get() && status(asking) == 200) {
                answered.incrementAndGet();
            }
        });

        X509Certificate before = shownTo(believingBoth(ours, next));
        PeerFiles.replaceAuthorities(ours, next);
        PeerFiles.replaceCertificate(next.issue(SERVICE));
        await().until(() -> !shownTo(believingBoth(ours, next)).equals(before));
        assertNotEquals(before, shownTo(believingBoth(ours, next)));
        MutualTls followed = CertifiedPeers.tls(next.issue("admin-gateway"), next);
        await().until(() -> status(client(followed)) == 200);

        int until = answered.get();
        await().until(() -> answered.get() > until + 10);
        enough.set(true);
        busy.join();
        assertEquals(200, status(asking), "nothing failed meanwhile");

        PeerFiles.replaceAuthorities(next);
        HttpClient left = client("admin-gateway");
        await().until(() -> isNobody(left));
        await().until(() -> status(asking) != 200);
        assertEquals(200, status(client(followed)));

        PeerFiles.replaceAuthorities(ours);
        PeerFiles.replaceCertificate(ours.issue(SERVICE));
        await().until(() -> status(client("admin-gateway")) == 200);
    }

    @Test
    void aBadCertificateChangesNothing() throws Exception {
        X509Certificate before = shownTo(PeerFiles.ours().tls(PeerFiles.ours().issue("admin-gateway")));
        for (Issued bad :
                List.of(PeerFiles.ours().issue("pin-service"), PeerFiles.ours().expired(SERVICE))) {
            PeerFiles.replaceCertificate(bad);
            await().until(() -> metric().contains("foyer_keys_refused{keys=\"tls-certificate\"} 1.0"));
            assertEquals(before, shownTo(PeerFiles.ours().tls(PeerFiles.ours().issue("admin-gateway"))));
        }
        PeerFiles.replaceCertificate(PeerFiles.ours().issue(SERVICE));
        await().until(() -> metric().contains("foyer_keys_refused{keys=\"tls-certificate\"} 0.0"));
    }

    private static String metric() {
        return Management.get("/q/metrics").asString();
    }

    /** Shows a certificate of the first, and believes servers of both. */
    private static MutualTls believingBoth(CertifiedPeers ours, CertifiedPeers next) {
        Issued own = ours.issue("admin-gateway");
        var both = Authorities.read(ours.pem() + next.pem(), "The authorities of the test");
        return new MutualTls(ours.tls(own).credentials(), () -> both);
    }

    private static X509Certificate shownTo(MutualTls tls) throws Exception {
        HttpResponse<String> answer = client(tls).send(ping(), BodyHandlers.ofString());
        return (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
    }

    private static int status(HttpClient client) {
        try {
            return client.send(ping(), BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isNobody(HttpClient client) {
        return status(client) == 0;
    }

    private static void assertNobody(SSLContext context) {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(MutualTls.parameters())
                .build();
        assertThrows(IOException.class, () -> client.send(ping(), BodyHandlers.ofString()));
    }

    private static SSLContext context(String name) {
        return PeerFiles.ours().tls(PeerFiles.ours().issue(name)).clientOf(SERVICE);
    }

    private static MutualTls tls(String name) {
        return PeerFiles.ours().tls(PeerFiles.ours().issue(name));
    }

    private static HttpClient client(String name) {
        return client(tls(name));
    }

    private static HttpClient client(MutualTls tls) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls.clientOf(SERVICE))
                .build();
    }

    private static HttpRequest ping() {
        return request("GET", "/internal/v1/tenants/contoso.com/ping");
    }

    private static HttpRequest request(String method, String path) {
        return HttpRequest.newBuilder(
                        URI.create(TestHTTPResourceManager.getSslUri()).resolve(path))
                .header("Authorization", CallToken.of(SERVICE, "contoso.com").authorization())
                .header("Content-Type", "application/json")
                .method(method, method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                .build();
    }
}

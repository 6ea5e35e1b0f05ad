package dev.foyer.meeting.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.authority.Authority;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One attempt against a real server that does as it is told by the path. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReceiverTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T10:00:00Z"), ZoneOffset.UTC);
    private static final String TENANT = "contoso.com";
    private static final AddressRules LOOPBACK = new AddressRules(List.of(Cidr.of("127.0.0.0/8")));
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = listen(new HttpServerOptions());
    }

    @AfterEach
    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @AfterAll
    static void end() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    @Tag("H2")
    void everyTwoHundredIsASuccess(int status) throws Exception {
        assertEquals(new Attempt(status, null, null), send("/status/" + status));
        assertEquals(List.of("POST /status/" + status + " body msg_1"), List.copyOf(seen));
    }

    @Test
    @Tag("H2")
    void whateverElseIsAFailure() throws Exception {
        assertEquals(new Attempt(500, "answered 500", null), send("/status/500"));
        assertEquals(new Attempt(404, "answered 404", null), send("/status/404"));
        assertTrue(send("/status/410").isGone());
        assertFalse(send("/status/404").isGone());
    }

    @Test
    @Tag("H3")
    void aRedirectIsNotFollowed() throws Exception {
        for (int status : List.of(301, 302, 303, 307, 308)) {
            Attempt attempt = send("/status/" + status);
            assertEquals("answered " + status + "; redirects are not followed", attempt.reason());
        }
        assertEquals(5, seen.size());
        assertTrue(seen.stream().noneMatch(request -> request.contains("/elsewhere")), seen::toString);
    }

    @Test
    @Tag("H2")
    void whenToComeAgainIsHeard() throws Exception {
        assertEquals(Duration.ofSeconds(120), send("/retry-after/120").retryAfter());
        assertEquals(Duration.ofMinutes(5), RetryAfter.of("Fri, 27 Nov 2026 10:05:00 GMT", CLOCK.instant()));
        assertEquals(null, RetryAfter.of("Fri, 27 Nov 2026 09:05:00 GMT", CLOCK.instant()));
        assertEquals(null, RetryAfter.of("soon", CLOCK.instant()));
        assertEquals(null, RetryAfter.of("-5", CLOCK.instant()));
    }

    @Test
    @Tag("H2")
    void whoDoesNotAnswerIsNotWaitedForForLong() throws Exception {
        assertEquals(
                "did not answer within 0 s", send(receiver(SHORT), "/never").reason());
    }

    @Test
    @Tag("H2")
    void whoBreaksOffHasNotGotIt() throws Exception {
        assertEquals("the connection broke off", send("/close").reason());
    }

    @Test
    @Tag("H2")
    void whereNobodyListensItSaysSo() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Attempt attempt = receiver(LONG).send(TENANT, "http://127.0.0.1:" + port + "/", headers(), body());
        assertEquals("nobody listens there", attempt.reason());
    }

    /** What it says is thrown away; that it does not end keeps nobody. */
    @Test
    @Tag("H2")
    void ofAHugeAnswerOnlyTheHeadCounts() throws Exception {
        assertEquals(new Attempt(200, null, null), send("/endless"));
        assertEquals(new Attempt(200, null, null), send("/status/200"));
        assertFalse(send("/secret-in-the-body").toString().contains("s3cret"));
    }

    /** The name leads to the server here; the next time somebody asks it leads inside. */
    @Test
    @Tag("H3")
    void whatWasJudgedIsWhatIsConnectedTo() throws Exception {
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.1"));
        Receiver receiver = receiver(LONG, host -> addresses(answers.pop()), Optional.empty());
        String url = "http://hooks.example:" + server.actualPort() + "/status/200";
        assertTrue(receiver.send(TENANT, url, headers(), body()).arrived());
        assertEquals(1, answers.size(), "one look at the name for one attempt");
        Attempt second = receiver.send(TENANT, url, headers(), body());
        assertTrue(second.reason().contains("inside"), second::toString);
        assertEquals(1, seen.size());
    }

    @Test
    @Tag("H3")
    void theOtherSideProvesTheNameThatWasAsked() throws Exception {
        Authority authority = Authority.create("receivers", Instant.now(), Duration.ofDays(1));
        String pem = authority
                .issue(Instant.now(), Duration.ofDays(1), "hooks.example")
                .pem();
        Path certificate = Files.writeString(folder.resolve("receiver.pem"), pem);
        Path authorities = Files.writeString(
                folder.resolve("authorities.pem"), authority.own().certificatePem());
        HttpServer tls = listen(new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(certificate.toString())
                        .setKeyPath(certificate.toString())));
        String path = ":" + tls.actualPort() + "/status/200";
        Receiver knows = receiver(LONG, host -> addresses("127.0.0.1"), Optional.of(authorities));
        assertEquals(
                new Attempt(200, null, null), knows.send(TENANT, "https://hooks.example" + path, headers(), body()));
        Attempt anotherName = knows.send(TENANT, "https://other.example" + path, headers(), body());
        assertTrue(anotherName.reason().startsWith("no TLS connection"), anotherName::toString);
        Receiver knowsJavas = receiver(LONG, host -> addresses("127.0.0.1"), Optional.empty());
        Attempt nobodys = knowsJavas.send(TENANT, "https://hooks.example" + path, headers(), body());
        assertTrue(nobodys.reason().startsWith("no TLS connection"), nobodys::toString);
        assertEquals(1, seen.size(), seen::toString);
    }

    private HttpServer listen(HttpServerOptions options) throws Exception {
        HttpServer made = VERTX.createHttpServer(options)
                .requestHandler(request -> request.body().onSuccess(body -> {
                    seen.add(request.method() + " " + request.path() + " " + body + " "
                            + request.getHeader("webhook-id"));
                    answer(request);
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        open.push(() -> made.close().toCompletionStage().toCompletableFuture().get());
        return made;
    }

    private static void answer(HttpServerRequest request) {
        String[] path = request.path().split("/");
        switch (path[1]) {
            case "status" ->
                request.response()
                        .putHeader("location", "/elsewhere")
                        .setStatusCode(Integer.parseInt(path[2]))
                        .end();
            case "retry-after" ->
                request.response()
                        .putHeader("retry-after", path[2])
                        .setStatusCode(429)
                        .end();
            case "secret-in-the-body" -> request.response().setStatusCode(500).end("s3cret");
            case "endless" -> {
                request.response().setChunked(true);
                more(request);
            }
            case "close" -> request.connection().close();
            case "never" -> {}
            default -> request.response().setStatusCode(500).end();
        }
    }

    /** Nothing was attempted, so it is no failed attempt. */
    @Test
    void aNameThatIsNotLookedUpNowIsNoFailedAttempt() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Receiver receiver = receiver(LONG, host -> NamesTest.never(host, never), Optional.empty());
        NamesTest.shareIsUsedUp(host -> receiver.send(TENANT, "https://" + host + "/", headers(), body()));
        assertThrows(BusyNames.class, () -> receiver.send(TENANT, "https://one.more.example/", headers(), body()));
        never.countDown();
    }

    private static void more(HttpServerRequest request) {
        request.response().write(Buffer.buffer("x".repeat(4096))).onSuccess(written -> more(request));
    }

    private Attempt send(String path) throws InterruptedException, BusyNames {
        return send(receiver(LONG), path);
    }

    private Attempt send(Receiver receiver, String path) throws InterruptedException, BusyNames {
        return receiver.send(TENANT, "http://127.0.0.1:" + server.actualPort() + path, headers(), body());
    }

    private Receiver receiver(Duration timeout) {
        return receiver(timeout, InetAddress::getAllByName, Optional.empty());
    }

    private Receiver receiver(Duration timeout, Names.Lookup lookup, Optional<Path> authorities) {
        Names names = new Names(lookup, LONG);
        Receiver made = new Receiver(VERTX, names, LOOPBACK, true, authorities, timeout, CLOCK);
        open.push(names);
        open.push(made);
        return made;
    }

    private static InetAddress[] addresses(String address) throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByName(address)};
    }

    private static Map<String, String> headers() {
        return Map.of("webhook-id", "msg_1");
    }

    private static byte[] body() {
        return "body".getBytes(UTF_8);
    }
}

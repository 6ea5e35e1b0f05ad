package dev.foyer.proof.lobby;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.run.LocalFoyer;
import dev.foyer.local.secrets.Certificates;
import dev.foyer.proof.process.GatewayTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Asks meeting-service as the gateway does: schedules meetings, lets callers dial. Thread-safe. */
final class Bridge {

    static final String TENANT = "contoso.com";
    static final String ORGANIZER = "bench-organizer";

    private static final String MEETINGS = "/internal/v1/tenants/" + TENANT + "/meetings";
    private static final int AT_ONCE = 32;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI address;
    private final GatewayTokens tokens;
    private final AtomicLong calls = new AtomicLong();

    Bridge(LocalFoyer foyer) {
        this.address = foyer.ports().https(Endpoint.MEETING);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Certificates.of(foyer.home()).client(Certificates.GATEWAY, "meeting-service"))
                .sslParameters(MutualTls.parameters())
                .build();
        this.tokens = new GatewayTokens(
                foyer.home().secrets().resolve("gateway-keys-private.json"), "meeting-service", TENANT);
    }

    /** The conference ID of a new meeting. */
    String schedule() {
        String answer = post("", "conferencing-admin", "{\"organizerId\":\"" + ORGANIZER + "\"}", 201);
        try {
            return JSON.readTree(answer).path("conferenceId").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new call leg dials; milliseconds until the answer. */
    double dial(String conferenceId) {
        String body = "{\"callId\":\"" + UUID.randomUUID() + "\",\"from\":\"+39"
                + (3_000_000_000L + calls.incrementAndGet()) + "\"}";
        long asked = System.nanoTime();
        String answer = post("/" + conferenceId + "/calls", "bridge", body, 200);
        double took = (System.nanoTime() - asked) / 1e6;
        if (!answer.contains("LOBBY")) {
            throw new IllegalStateException("Whoever dials does not wait: " + answer);
        }
        return took;
    }

    /** Ends the meeting: whoever was in it takes none of the tenant's room any more. */
    void end(String conferenceId) {
        post("/" + conferenceId + "/end", "conferencing-admin", "", 204);
    }

    /** So many legs dial, some at a time; returns when all wait. */
    void dial(String conferenceId, int legs) {
        atOnce(legs, () -> dial(conferenceId));
    }

    /** Does it so often, some at a time; returns when all is done. */
    static void atOnce(int times, Runnable what) {
        Semaphore room = new Semaphore(AT_ONCE);
        AtomicLong done = new AtomicLong();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                room.acquireUninterruptibly();
                each.submit(() -> {
                    try {
                        what.run();
                        done.incrementAndGet();
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    } finally {
                        room.release();
                    }
                });
            }
        }
        if (done.get() != times) {
            throw new IllegalStateException((times - done.get()) + " of " + times + " failed", failure.get());
        }
    }

    private String post(String path, String role, String body, int wanted) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(MEETINGS + path))
                .header(
                        "Authorization",
                        tokens.authorization(role, UUID.randomUUID().toString()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != wanted) {
                throw new IllegalStateException("Not " + wanted + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

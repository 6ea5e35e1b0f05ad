package dev.foyer.proof.outage;

import dev.foyer.local.home.Endpoint;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.run.LocalFoyer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Some clients who each reset the PIN of a user of their own, with a mail, again and again; who is refused waits a little. */
final class Callers implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final Duration AFTER_A_REFUSAL = Duration.ofMillis(100);
    private static final String SUCCESS = "200";

    private final Api admin;
    private final String name;
    private final Map<String, AtomicLong> outcomes = new ConcurrentSkipListMap<>();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    /** @param name of their users */
    Callers(LocalFoyer foyer, String name) {
        this.name = name;
        this.admin = Api.as(foyer.accounts().named("admin"), foyer.ports().http(Endpoint.GATEWAY));
        IntStream.range(0, CLIENTS).forEach(this::makeUser);
        IntStream.range(0, CLIENTS).forEach(number -> threads.submit(() -> reset(number)));
    }

    private void makeUser(int number) {
        String id = name + "-" + number;
        String address = id + "@contoso.com";
        admin.put(
                "/api/v1/users/" + id,
                Map.of(
                        "userPrincipalName",
                        address,
                        "displayName",
                        "Outage " + number,
                        "primarySmtpAddress",
                        address,
                        "preferredLanguage",
                        "en"));
        admin.post("/api/v1/users/" + id + "/conferencing", Map.of("sendEmail", false));
    }

    private void reset(int number) {
        String path = "/api/v1/users/" + name + "-" + number + "/pin/reset";
        while (!stopping) {
            long start = System.nanoTime();
            String outcome = outcome(path);
            slowestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
            outcomes.computeIfAbsent(outcome, first -> new AtomicLong()).incrementAndGet();
            if (!outcome.equals(SUCCESS)) {
                pause();
            }
        }
    }

    private String outcome(String path) {
        try {
            Answer answer = admin.post(path, Map.of("sendEmail", true));
            String type = answer.text("type");
            return answer.status() + (type == null ? "" : " " + type.replace("/problems/", ""));
        } catch (RuntimeException nobodyThere) {
            return "no answer";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_A_REFUSAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What they got, by status and problem, and how often. */
    Map<String, Long> outcomes() {
        Map<String, Long> counts = new TreeMap<>();
        outcomes.forEach((outcome, count) -> counts.put(outcome, count.get()));
        return counts;
    }

    double slowestMillis() {
        return slowestNanos.get() / 1e6;
    }

    boolean hasSucceeded() {
        return outcomes.containsKey(SUCCESS);
    }

    /** What was so far does not count. */
    void forget() {
        outcomes.clear();
        slowestNanos.set(0);
    }

    @Override
    public void close() {
        stopping = true;
        threads.close();
    }
}

package dev.foyer.blackbox;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A few administrators and callers who go on: PINs are reset, mailed, held and released, calls wait, a wrong PIN and an unknown conference ID
 * now and then, the right PIN lets them in. Everything that a dashboard shows moves; nothing is worth an alert.
 */
final class EverydayLoad implements AutoCloseable {

    private static final int PEOPLE = 6;
    private static final Duration BETWEEN = Duration.ofMillis(400);

    private final Cast cast;
    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    private final AtomicInteger rounds = new AtomicInteger();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    EverydayLoad(Cast cast) {
        this.cast = cast;
    }

    void start() {
        for (int person = 0; person < PEOPLE; person++) {
            String user = "everyday-" + person;
            threads.submit(() -> live(user));
        }
    }

    /** Whole ones, of all people. */
    int rounds() {
        return rounds.get();
    }

    /** Answers that were not as they should be. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** What was unexpected until now is forgotten: the first calls after a start may take too long. */
    void settled() {
        unexpected.clear();
    }

    private void live(String user) {
        String path = "/api/v1/users/" + user;
        String address = user + "@contoso.com";
        expect(
                200,
                201,
                cast.admin()
                        .put(
                                path,
                                Map.of(
                                        "userPrincipalName",
                                        address,
                                        "displayName",
                                        user,
                                        "primarySmtpAddress",
                                        address)));
        String conferenceId = expect(201, 200, cast.admin().post(path + "/conferencing", Map.of()))
                .text("conferenceId");
        for (int round = 0; !stopping; round++) {
            try {
                once(user, path, conferenceId, round);
                rounds.incrementAndGet();
            } catch (RuntimeException e) {
                unexpected.add(e.toString());
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private void once(String user, String path, String conferenceId, int round) {
        boolean held = round % 4 == 3;
        Answer reset = expect(200, 429, cast.admin().post(path + "/pin/reset", Map.of("sendEmail", !held)));
        if (reset.status() == 429) {
            return; // as often as anybody may within an hour
        }
        if (held) {
            releaseWhatIsHeld(user);
        }
        String call = user + "-" + round;
        String at = "/api/v1/bridge/calls/" + call;
        expect(
                200,
                201,
                cast.bridge().post("/api/v1/bridge/calls", Map.of("callId", call, "conferenceId", conferenceId)));
        if (round % 8 == 5) {
            cast.bridge().post(at + "/organizer-pin", Map.of("pin", "0000"));
        }
        expect(200, 200, cast.bridge().post(at + "/organizer-pin", Map.of("pin", reset.text("pin"))));
        cast.admin().get("/api/v1/users?q=everyday");
        expect(204, 200, cast.bridge().delete(at));
    }

    private void releaseWhatIsHeld(String user) {
        cast.admin()
                .get("/api/v1/notifications?user=" + user + "&status=HELD")
                .body()
                .path("items")
                .forEach(mail -> cast.admin()
                        .post("/api/v1/notifications/" + mail.path("id").asText() + "/send", Map.of()));
    }

    private Answer expect(int one, int other, Answer answer) {
        if (answer.status() != one && answer.status() != other) {
            unexpected.add(answer.toString());
        }
        return answer;
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Somebody waits for an answer for half a minute.");
        }
    }
}

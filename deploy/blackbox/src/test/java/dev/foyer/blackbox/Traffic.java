package dev.foyer.blackbox;

import dev.foyer.local.CannotRun;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.awaitility.Awaitility;

/**
 * Commands as a careful client sends them: one that got no answer, or 503, is repeated under the same key until there is
 * one. Each carries a correlation id of its own, by which it is found in the journals. Thread-safe.
 */
final class Traffic {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    /** 404: what an earlier command made may not be shown yet, when its service was killed before others heard of it. */
    private static final Set<Integer> TRY_AGAIN = Set.of(404, 502, 503);

    private final Cast cast;
    private final Consumer<String> issued;
    private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger repeats = new AtomicInteger();

    /** A command whose answer said that it is done. */
    record Answered(String journal, String correlationId) {}

    /** @param issued is told each PIN that comes back */
    Traffic(Cast cast, Consumer<String> issued) {
        this.cast = cast;
        this.issued = issued;
    }

    /** Four commands about one user: provision, enable, reset, discard the held mail. */
    void user(int number) {
        String id = "crash-" + number;
        String path = "/api/v1/users/" + id;
        Map<String, Object> body = Map.of(
                "userPrincipalName", id + "@contoso.com",
                "displayName", "Crash " + number,
                "primarySmtpAddress", id + "@contoso.com",
                "preferredLanguage", "en");
        command("pin.journal", cast.admin(), api -> api.put(path, body), 201);
        command("pin.journal", cast.admin(), api -> api.post(path + "/conferencing", Map.of("sendEmail", false)), 201);
        Answer reset = command(
                "pin.journal", cast.admin(), api -> api.post(path + "/pin/reset", Map.of("sendEmail", false)), 200);
        String held = "/api/v1/notifications/" + reset.text("notification.id");
        command("notification.journal", cast.admin(), api -> api.post(held + "/discard", Map.of()), 204);
    }

    /** Four commands about one meeting: schedule, two callers, one hangs up. */
    void meeting(int number, String organizer) {
        Map<String, Object> meeting = Map.of("organizer", organizer, "subject", "Crash " + number);
        String conferenceId = command(
                        "meeting.journal", cast.admin(), api -> api.post("/api/v1/meetings", meeting), 201)
                .text("conferenceId");
        for (String caller : new String[] {"a", "b"}) {
            Map<String, Object> call = Map.of("callId", "crash-" + number + caller, "conferenceId", conferenceId);
            command("meeting.journal", cast.bridge(), api -> api.post("/api/v1/bridge/calls", call), 200);
        }
        String first = "/api/v1/bridge/calls/crash-" + number + "a";
        command("meeting.journal", cast.bridge(), api -> api.delete(first), 204);
    }

    int count() {
        return answered.size();
    }

    /** How often a command had to be sent again. */
    int repeats() {
        return repeats.get();
    }

    Iterable<Answered> answered() {
        return answered;
    }

    private Answer command(String journal, Api as, Function<Api, Answer> request, int expected) {
        String id = UUID.randomUUID().toString();
        Api api = as.with("Idempotency-Key", id).with("X-Correlation-Id", id);
        Answer found = Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_TRIES)
                .atMost(PATIENCE)
                .until(() -> attempt(api, request), Optional::isPresent)
                .orElseThrow();
        // A repeated creation may say 200: it was there already, from the attempt whose answer got lost.
        if (found.status() != expected && !(expected == 201 && found.status() == 200)) {
            throw new AssertionError("Expected " + expected + " from " + journal + ", got " + found);
        }
        answered.add(new Answered(journal, id));
        Optional.ofNullable(found.text("pin")).ifPresent(issued);
        return found;
    }

    private Optional<Answer> attempt(Api api, Function<Api, Answer> request) {
        try {
            Answer answer = request.apply(api);
            if (!TRY_AGAIN.contains(answer.status())) {
                return Optional.of(answer);
            }
        } catch (CannotRun e) {
            // Nobody there at this moment.
        }
        repeats.incrementAndGet();
        return Optional.empty();
    }
}

package dev.foyer.blackbox;

import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.secrets.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.awaitility.Awaitility;

/**
 * Administrators and callers whose requests go to whichever gateway has its turn, and who carry {@code Foyer-Position} as clients of several
 * gateways do. Each request is sent once, and whatever is not its success is a failure.
 */
final class RollingLoad implements AutoCloseable {

    private static final int PEOPLE = 4;
    private static final Duration BETWEEN = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String POSITION = "Foyer-Position";

    private final Gateways gateways;
    private final Account admin;
    private final Account bridge;
    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    private final List<Future<?>> people = new ArrayList<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong slowestMillis = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Traffic.Answered> answered = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    RollingLoad(Fleet fleet) {
        this.gateways = fleet.gateways();
        this.admin = fleet.foyer().account("admin");
        this.bridge = fleet.foyer().account("bridge");
    }

    /** Returns when everybody has done all of it twice; how that went does not count: first calls after a start may be slow. */
    void start() {
        for (int person = 0; person < PEOPLE; person++) {
            Person one = new Person("rolling-" + person);
            people.add(threads.submit(one::live));
        }
        awaitRounds(2 * PEOPLE);
        failures.clear();
        slowestMillis.set(0);
    }

    /** So many more from now on. */
    void awaitRounds(int more) {
        int until = rounds.get() + more;
        Awaitility.await().atMost(PATIENCE).until(() -> {
            if (people.stream().anyMatch(Future::isDone)) {
                throw new AssertionError("Somebody has given up: " + failures);
            }
            return rounds.get() >= until;
        });
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Commands that were answered with success. */
    Iterable<Traffic.Answered> answered() {
        return answered;
    }

    String summary() {
        return requests + " requests in " + rounds + " rounds, " + failures.size() + " failed, the slowest took "
                + slowestMillis + " ms";
    }

    /** Returns when everybody has the last answer. */
    @Override
    public void close() throws Exception {
        stopping = true;
        for (Future<?> one : people) {
            one.get();
        }
        threads.shutdown();
    }

    /** One user, reset, called and opened again and again. */
    private final class Person {

        private final String user;
        private final String path;
        private String position;

        Person(String user) {
            this.user = user;
            this.path = "/api/v1/users/" + user;
        }

        void live() {
            String upn = user + "@contoso.com";
            Map<String, ?> profile = Map.of("userPrincipalName", upn, "displayName", user, "primarySmtpAddress", upn);
            ask("pin.journal", admin, api -> api.put(path, profile), 201);
            String conferenceId = ask("pin.journal", admin, api -> api.post(path + "/conferencing", Map.of()), 201)
                    .text("conferenceId");
            for (int round = 0; !stopping; round++) {
                try {
                    once(conferenceId, user + "-" + round, round % 4 == 3);
                } catch (RuntimeException e) {
                    failures.add(user + ": " + e);
                }
                rounds.incrementAndGet();
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }

        private void once(String conferenceId, String call, boolean held) {
            Answer reset =
                    ask("pin.journal", admin, api -> api.post(path + "/pin/reset", Map.of("sendEmail", !held)), 200);
            if (held) {
                String mail = "/api/v1/notifications/" + reset.text("notification.id");
                ask("notification.journal", admin, api -> api.post(mail + "/send", Map.of()), 202);
            }
            String at = "/api/v1/bridge/calls/" + call;
            Map<String, ?> dialled = Map.of("callId", call, "conferenceId", conferenceId);
            ask("meeting.journal", bridge, api -> api.post("/api/v1/bridge/calls", dialled), 200);
            Map<String, ?> said = Map.of("pin", String.valueOf(reset.text("pin")));
            Answer opened = ask("", bridge, api -> api.post(at + "/organizer-pin", said), 200);
            if (!"true".equals(opened.text("leader"))) {
                failures.add(call + ": the PIN that was just made does not open");
            }
            ask("", admin, api -> api.get(path), 200);
            ask("", admin, api -> api.get("/api/v1/users?q=rolling"), 200);
            ask("", bridge, api -> api.delete(at), 204);
        }

        /** @param journal where the command is found afterwards; empty: nowhere that is looked at */
        private Answer ask(String journal, Account as, Function<Api, Answer> request, int success) {
            String id = UUID.randomUUID().toString();
            long start = System.nanoTime();
            Answer answer = gateways.ask(gateway -> {
                Api api = Api.as(as, gateway).with("X-Correlation-Id", id);
                return request.apply(position == null ? api : api.with(POSITION, position));
            });
            slowestMillis.accumulateAndGet(
                    Duration.ofNanos(System.nanoTime() - start).toMillis(), Math::max);
            requests.incrementAndGet();
            if (answer.status() != success) {
                failures.add(user + ": " + answer);
            } else if (!journal.isEmpty()) {
                answered.add(new Traffic.Answered(journal, id));
            }
            answer.headers().firstValue(POSITION).ifPresent(now -> position = now);
            return answer;
        }
    }
}

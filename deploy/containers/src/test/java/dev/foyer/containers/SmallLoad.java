package dev.foyer.containers;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** Three users whose PINs are reset, mailed and spoken again and again. Each request is sent once, and whatever is not its success is a failure. */
final class SmallLoad implements AutoCloseable {

    private static final int PEOPLE = 3;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String POSITION = "Foyer-Position";

    private final RollingFoyer foyer;
    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    private final List<Future<?>> people = new ArrayList<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong slowestMillis = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    SmallLoad(RollingFoyer foyer) {
        this.foyer = foyer;
    }

    /** Returns after so many rounds; how they went does not count: first calls after a start may be slow. */
    void start(int first) {
        for (int person = 0; person < PEOPLE; person++) {
            Person one = new Person("rolling-" + person);
            people.add(threads.submit(one::live));
        }
        awaitRounds(first);
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

    int requests() {
        return requests.get();
    }

    String summary() {
        return requests + " requests in " + rounds + " rounds, " + failures.size() + " failed, the slowest took "
                + slowestMillis + " ms";
    }

    /** Returns when everybody has the last answer. */
    @Override
    public void close() throws Exception {
        stopping = true;
        try {
            for (Future<?> one : people) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }

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
            ask(Cast::admin, api -> api.put(path, profile), 201);
            String conferenceId = ask(Cast::admin, api -> api.post(path + "/conferencing", Map.of()), 201)
                    .text("conferenceId");
            for (int round = 0; !stopping; round++) {
                try {
                    once(conferenceId, user + "-" + round, round % 3 == 2);
                } catch (RuntimeException e) {
                    fail(e.toString());
                }
                rounds.incrementAndGet();
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        }

        private void once(String conferenceId, String call, boolean held) {
            Answer reset = ask(Cast::admin, api -> api.post(path + "/pin/reset", Map.of("sendEmail", !held)), 200);
            if (held) {
                String mail = "/api/v1/notifications/" + reset.text("notification.id");
                ask(Cast::admin, api -> api.post(mail + "/send", Map.of()), 202);
            }
            Map<String, ?> dialled = Map.of("callId", call, "conferenceId", conferenceId);
            ask(Cast::bridge, api -> api.post("/api/v1/bridge/calls", dialled), 200);
            String at = "/api/v1/bridge/calls/" + call;
            Map<String, ?> said = Map.of("pin", String.valueOf(reset.text("pin")));
            Answer opened = ask(Cast::bridge, api -> api.post(at + "/organizer-pin", said), 200);
            if (!"true".equals(opened.text("leader"))) {
                fail(call + ": the PIN that was just made does not open");
            }
            ask(Cast::admin, api -> api.get(path), 200);
            ask(Cast::bridge, api -> api.delete(at), 204);
        }

        private void fail(String what) {
            failures.add(Instant.now() + " " + user + ": " + what);
        }

        private Answer ask(Function<Cast, Api> as, Function<Api, Answer> request, int success) {
            long start = System.nanoTime();
            Answer answer = foyer.ask(cast -> {
                Api api = as.apply(cast);
                return request.apply(position == null ? api : api.with(POSITION, position));
            });
            slowestMillis.accumulateAndGet(
                    Duration.ofNanos(System.nanoTime() - start).toMillis(), Math::max);
            requests.incrementAndGet();
            if (answer.status() != success) {
                fail(answer.toString());
            }
            answer.headers().firstValue(POSITION).ifPresent(now -> position = now);
            return answer;
        }
    }
}

package dev.foyer.blackbox;

import dev.foyer.local.CannotRun;
import dev.foyer.local.http.Answer;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import org.awaitility.Awaitility;

/**
 * Eight clients that ask again as soon as they are answered, on connections that they keep, whatever they are told about
 * waiting.
 */
final class BusyClients {

    static final int COUNT = 8;

    private static final int WARM = 10 * COUNT;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final String name;
    private final Request request;
    private final IntPredicate success;
    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    private final List<Future<?>> running = new ArrayList<>();
    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();
    private final Map<String, Answer> unavailable = new ConcurrentHashMap<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger warm = new AtomicInteger();
    private volatile boolean counting;
    private volatile boolean stopping;

    interface Request {
        /** @param id of this request and no other */
        Answer send(int client, String id);
    }

    /**
     * @param name of them, begins the id of each request
     * @param success which statuses are as good as it gets
     */
    BusyClients(String name, IntPredicate success, Request request) {
        this.name = name;
        this.success = success;
        this.request = request;
    }

    /** Returns when they are busy. What was asked until then does not count: the first calls after a start may take too long. */
    void start() {
        for (int client = 0; client < COUNT; client++) {
            int number = client;
            running.add(threads.submit(() -> ask(number)));
        }
        Awaitility.await().atMost(PATIENCE).until(() -> warm.get() >= WARM);
        counting = true;
        awaitMore(COUNT);
    }

    private void ask(int client) {
        for (int i = 0; !stopping; i++) {
            boolean counts = counting;
            String id = (counts ? name : "warm-" + name) + "-" + client + "-" + i;
            try {
                Answer answer = request.send(client, id);
                if (counts) {
                    take(answer, id);
                } else if (success.test(answer.status())) {
                    warm.incrementAndGet();
                }
            } catch (CannotRun e) {
                if (e.getCause() instanceof ConnectException) {
                    pause(); // nobody is cut off by that
                } else {
                    broken.add(id + ": " + e.getMessage());
                }
            }
        }
    }

    private void take(Answer answer, String id) {
        if (success.test(answer.status())) {
            succeeded.add(id);
        } else if (answer.status() == 503) {
            unavailable.put(id, answer);
            if (answer.headers().firstValue("Connection").isEmpty()) {
                pause();
            }
        } else {
            broken.add(id + ": " + answer);
        }
    }

    /** Where nobody is there, or is asked in vain: a machine that only tries has no time left to stop or start anything. */
    private static void pause() {
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }

    void awaitMore(int answers) {
        int before = succeeded.size();
        Awaitility.await().atMost(PATIENCE).until(() -> succeeded.size() >= before + answers);
    }

    /** Returns when each has its last answer. */
    void stop() throws Exception {
        stopping = true;
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();
    }

    /** Ids of requests. */
    Set<String> succeeded() {
        return succeeded;
    }

    /** All 503s by their requests. */
    Map<String, Answer> unavailable() {
        return unavailable;
    }

    /** What had no whole answer, or one that nobody should get. */
    List<String> broken() {
        return List.copyOf(broken);
    }
}

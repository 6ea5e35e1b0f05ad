package dev.foyer.blackbox;

import dev.foyer.local.CannotRun;
import dev.foyer.local.http.Answer;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import org.awaitility.Awaitility;

/**
 * Eight clients that ask again as soon as they are answered, on connections that they keep, whatever they are told about
 * waiting.
 */
final class BusyClients {

    static final int COUNT = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final String name;
    private final Request request;
    private final IntPredicate success;
    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    private final List<Future<?>> running = new ArrayList<>();
    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();
    private final Queue<Answer> unavailable = new ConcurrentLinkedQueue<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
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

    /** Returns when they are busy. */
    void start() {
        for (int client = 0; client < COUNT; client++) {
            int number = client;
            running.add(threads.submit(() -> ask(number)));
        }
        awaitMore(5 * COUNT);
    }

    private void ask(int client) {
        for (int i = 0; !stopping; i++) {
            String id = name + "-" + client + "-" + i;
            try {
                take(request.send(client, id), id);
            } catch (CannotRun e) {
                if (e.getCause() instanceof ConnectException) {
                    // Nobody is cut off by that; and a machine that only tries to connect would have no time left.
                    LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
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
            unavailable.add(answer);
        } else {
            broken.add(id + ": " + answer);
        }
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

    /** All 503s. */
    List<Answer> unavailable() {
        return List.copyOf(unavailable);
    }

    /** What had no whole answer, or one that nobody should get. */
    List<String> broken() {
        return List.copyOf(broken);
    }
}

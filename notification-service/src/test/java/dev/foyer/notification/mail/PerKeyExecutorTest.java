package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PerKeyExecutorTest {

    @Test
    void aRequestDuringARunMeansOneMoreRun() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        List<String> runs = new ArrayList<>();
        PerKeyExecutor[] self = new PerKeyExecutor[1];
        self[0] = new PerKeyExecutor(tasks::add, key -> {
            runs.add(key);
            if (runs.size() == 1) {
                self[0].request(key);
                self[0].request(key);
            }
        });
        self[0].request("a");
        self[0].request("a");
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
        assertEquals(List.of("a", "a"), runs);
    }

    @Test
    @Tag("D6")
    void noKeyRunsTwiceAtOnceAndNoRequestIsMissed() throws InterruptedException {
        Map<String, AtomicBoolean> busy = new ConcurrentHashMap<>();
        Map<String, Integer> wanted = new ConcurrentHashMap<>();
        Map<String, Integer> seen = new ConcurrentHashMap<>();
        AtomicBoolean overlap = new AtomicBoolean();
        ExecutorService executor = Executors.newFixedThreadPool(8);
        PerKeyExecutor perKey = new PerKeyExecutor(executor, key -> {
            AtomicBoolean mine = busy.computeIfAbsent(key, same -> new AtomicBoolean());
            if (!mine.compareAndSet(false, true)) {
                overlap.set(true);
            }
            seen.put(key, wanted.get(key));
            mine.set(false);
        });
        for (int i = 0; i < 100_000; i++) {
            String key = "k" + i % 7;
            wanted.merge(key, 1, Integer::sum);
            perKey.request(key);
        }
        await().untilAsserted(() -> assertEquals(wanted, seen));
        executor.shutdown();
        assertTrue(executor.awaitTermination(10, TimeUnit.SECONDS));
        assertTrue(!overlap.get());
    }
}

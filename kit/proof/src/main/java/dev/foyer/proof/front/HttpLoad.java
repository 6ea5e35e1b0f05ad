package dev.foyer.proof.front;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;

/** So many connections, each of which asks as soon as it was answered, for so long. */
final class HttpLoad {

    private static final long HIGHEST_MICROS = Duration.ofMinutes(1).toNanos() / 1_000;

    private final int port;
    private final Processes processes;

    HttpLoad(int port, Processes processes) {
        this.port = port;
        this.processes = processes;
    }

    /** What one connection counted. */
    private static final class Tally {
        final Map<String, Histogram> micros = new TreeMap<>();
        final Map<String, Long> failures = new TreeMap<>();

        void count(String name, long took, boolean success) {
            micros.computeIfAbsent(name, _ -> new Histogram(HIGHEST_MICROS, 3))
                    .recordValue(Math.min(took, HIGHEST_MICROS));
            if (!success) {
                failures.merge(name, 1L, Long::sum);
            }
        }
    }

    /** @throws IllegalStateException when a connection broke: nothing of such a run is worth telling */
    List<Measured> run(Script.Maker scripts, int connections, Duration time) {
        List<Tally> tallies = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        AtomicReference<Exception> broken = new AtomicReference<>();
        CountDownLatch go = new CountDownLatch(1);
        long[] end = new long[1];
        for (int i = 0; i < connections; i++) {
            Script script = scripts.of(i);
            Tally tally = new Tally();
            tallies.add(tally);
            threads.add(Thread.ofPlatform().start(() -> {
                try (Connection connection = new Connection(port)) {
                    go.await();
                    ask(connection, script, tally, end[0]);
                } catch (IOException | InterruptedException e) {
                    broken.set(e);
                }
            }));
        }
        double cpuBefore = processes.cpuSeconds();
        long began = System.nanoTime();
        end[0] = began + time.toNanos();
        go.countDown();
        threads.forEach(HttpLoad::join);
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpu = processes.cpuSeconds() - cpuBefore;
        if (broken.get() != null) {
            throw new IllegalStateException("A connection broke", broken.get());
        }
        return sum(tallies, connections, seconds, cpu);
    }

    private static void ask(Connection connection, Script script, Tally tally, long end) throws IOException {
        while (System.nanoTime() < end) {
            Map.Entry<String, Request> next = script.next();
            long asked = System.nanoTime();
            Response response = connection.send(next.getValue());
            tally.count(next.getKey(), (System.nanoTime() - asked) / 1_000, response.isSuccess());
            script.answered(response);
        }
    }

    private static List<Measured> sum(List<Tally> tallies, int connections, double seconds, double cpu) {
        Map<String, Histogram> micros = new TreeMap<>();
        Map<String, Long> failures = new TreeMap<>();
        for (Tally one : tallies) {
            one.micros.forEach((name, counted) -> micros.computeIfAbsent(name, _ -> new Histogram(HIGHEST_MICROS, 3))
                    .add(counted));
            one.failures.forEach((name, count) -> failures.merge(name, count, Long::sum));
        }
        long requests =
                micros.values().stream().mapToLong(Histogram::getTotalCount).sum();
        return micros.entrySet().stream()
                .map(one -> Measured.of(
                        one.getKey(),
                        connections,
                        one.getValue(),
                        failures.getOrDefault(one.getKey(), 0L),
                        seconds,
                        cpu * 1e6 / Math.max(1, requests)))
                .toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

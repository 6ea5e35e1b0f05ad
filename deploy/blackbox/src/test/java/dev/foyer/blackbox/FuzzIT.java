package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.testing.RawHttp;
import dev.foyer.testing.fuzz.FuzzTarget;
import dev.foyer.testing.fuzz.OddRequests;
import dev.foyer.testing.fuzz.OddRequests.OddRequest;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever anybody sends to any door of ours, with any credentials or none: it is answered, not by an error of ours, and
 * without a stack in a log. {@code -Dfuzz.seed} repeats a run.
 */
@Tag("case-S9")
class FuzzIT {

    private static final int AT_ONCE = 24;
    /** Clients that never finish are part of it, and should not be waited for long. */
    private static final String IMPATIENT = "-Dfoyer.body-timeout=2s -Dfoyer.header-timeout=2s";

    @TempDir
    static Path home;

    private static BlackBox foyer;
    private static List<FuzzTarget> doors;

    @BeforeAll
    static void start() throws IOException {
        foyer = BlackBox.start(home, IMPATIENT);
        foyer.cast()
                .admin()
                .put(
                        "/api/v1/users/u-17",
                        Map.of(
                                "userPrincipalName",
                                "amos@contoso.com",
                                "displayName",
                                "Amos Marble",
                                "primarySmtpAddress",
                                "amos@contoso.com"));
        foyer.cast().admin().post("/api/v1/users/u-17/conferencing", Map.of());
        doors = new FuzzTargets(foyer).all();
    }

    @AfterAll
    static void stop() {
        foyer.close();
    }

    @Test
    void twoThousandRequests() throws Exception {
        run(2_000);
    }

    @Test
    @Tag("long")
    void twentyThousandRequests() throws Exception {
        run(20_000);
    }

    private static void run(int count) throws Exception {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("FuzzIT: " + count + " requests to " + doors + ", seed " + seed);
        OddRequests requests = new OddRequests(doors, seed);
        Map<Integer, String> failures = new ConcurrentSkipListMap<>();
        Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
        Semaphore places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                OddRequest request = requests.next();
                places.acquire();
                threads.submit(() -> {
                    try {
                        int status = send(request);
                        statuses.computeIfAbsent(status, _ -> new AtomicInteger())
                                .incrementAndGet();
                        if (status >= 500) {
                            failures.put(number, status + " for " + request);
                        }
                    } catch (IOException e) {
                        failures.put(number, e + " for " + request);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        System.out.println("FuzzIT: answers " + new TreeMap<>(statuses) + ", none is 0, half a request is -1");
        assertTrue(statuses.containsKey(200) && statuses.containsKey(400), statuses::toString);
        assertEquals(List.of(), new ArrayList<>(failures.values()), "seed " + seed);
        assertEquals(List.of(), stacks(), "seed " + seed);
    }

    private static int send(OddRequest request) throws IOException {
        try (RawHttp connection =
                new RawHttp(request.door().sockets(), request.door().port())) {
            connection.write(request.bytes());
            return request.whole() ? connection.read().status() : -1;
        } catch (SocketException | SSLException e) {
            return 0; // closed while we were still talking
        }
    }

    /** Each line that begins a stack, with its log. */
    private static List<String> stacks() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
            for (Path log : logs.toList()) {
                String before = "";
                for (String line : Files.readAllLines(log)) {
                    if (line.startsWith("\tat ") && !before.startsWith("\tat ")) {
                        found.add(log.getFileName() + ": " + before + " " + line);
                    }
                    before = line;
                }
            }
        }
        return found.stream().distinct().limit(20).toList();
    }
}

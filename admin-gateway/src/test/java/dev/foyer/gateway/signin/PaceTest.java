package dev.foyer.gateway.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("case-S7")
class PaceTest {

    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Pace pace = new Pace(BETWEEN);

    @Test
    void theFirstWaitsForNothingAndTheOthersForTheirTime() {
        long begun = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            assertEquals(Optional.of(i), pace.inTurn("admin", value(i)));
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).compareTo(BETWEEN.multipliedBy(3)) >= 0);
    }

    @Test
    void whoAsksOneAfterTheOtherKeepsNobodyElseOut() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch in = new CountDownLatch(1);
            Future<?> guesser = threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    pace.inTurn("admin", value(i));
                    in.countDown();
                }
            });
            in.await();
            for (int i = 0; i < 5; i++) {
                assertEquals(Optional.of(i), pace.inTurn("admin", value(i)), "each gets a turn between the guesses");
            }
            guesser.get();
        }
    }

    @Test
    void theLineIsShortSoThatItTakesNoThreads() throws Exception {
        Pace slow = new Pace(Duration.ofSeconds(30));
        CountDownLatch over = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Integer>>> all = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> slow.inTurn("admin", () -> waited(over, i))))
                    .toList();
            Awaitility.await().until(() -> all.stream().filter(Future::isDone).count() >= 40);
            assertEquals(Optional.of(1), slow.inTurn("another", value(1)), "a line of its own");
            all.forEach(one -> one.cancel(true));
            over.countDown();
        }
    }

    private static Supplier<Integer> value(int value) {
        return () -> value;
    }

    private static int waited(CountDownLatch over, int value) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return value;
    }
}

package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("case-M8")
class WorkerPoolTest {

    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();

    @Test
    void whoWaitsForAnAnswerLendsItsPlace() throws Exception {
        WorkerPool pool = new WorkerPool(2);
        for (int i = 0; i < 2; i++) {
            pool.execute(() -> waitLong(pool));
        }
        for (int i = 0; i < 100; i++) {
            pool.execute(() -> {
                try (WorkerPool.Turn turn = pool.turn()) {
                    turn.speak();
                    served.incrementAndGet();
                }
            });
        }
        await().until(() -> served.get() == 100);
        assertEquals(2, waiting.get());
        stop(pool);
    }

    @Test
    void onlySoManySpeakAtOnceAndTheOthersGoOnWithoutAPlace() throws Exception {
        WorkerPool pool = new WorkerPool(2);
        for (int i = 0; i < 10; i++) {
            pool.execute(() -> {
                served.incrementAndGet();
                try (WorkerPool.Turn turn = pool.turn()) {
                    turn.speak();
                    waiting.incrementAndGet();
                    answer.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        await().until(() -> served.get() == 10 && waiting.get() == 2);
        await().during(Duration.ofMillis(200)).until(() -> waiting.get() == 2);
        stop(pool);
        assertEquals(10, waiting.get());
    }

    /** Whoever has an attempt recorded as begun takes nobody's place, and there are no more of them than may be doubtful after a kill. */
    @Test
    @Tag("D6")
    void whoIsAboutToSpeakTakesNoPlaceAndOnlyAsManyAreAsSpeak() throws Exception {
        WorkerPool pool = new WorkerPool(2);
        for (int i = 0; i < 10; i++) {
            boolean speaks = i > 1;
            pool.execute(() -> {
                try (WorkerPool.Turn turn = pool.turn()) {
                    if (speaks) {
                        turn.speak();
                        served.incrementAndGet();
                    } else {
                        waiting.incrementAndGet();
                        answer.await();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        await().until(() -> served.get() == 8 && waiting.get() == 2);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger turns = new AtomicInteger();
        for (int i = 0; i < 10; i++) {
            pool.execute(() -> {
                try (WorkerPool.Turn _ = pool.turn()) {
                    turns.incrementAndGet();
                    begun.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        await().until(() -> turns.get() == 2);
        await().during(Duration.ofMillis(200)).until(() -> turns.get() == 2);
        begun.countDown();
        stop(pool);
        assertEquals(10, turns.get());
    }

    @Test
    void thereAreNeverMoreThanTheMost() throws Exception {
        WorkerPool pool = new WorkerPool(2);
        for (int i = 0; i < 40; i++) {
            pool.execute(() -> waitLong(pool));
        }
        await().until(() -> waiting.get() == WorkerPool.MOST);
        await().during(Duration.ofMillis(200)).until(() -> waiting.get() == WorkerPool.MOST);
        stop(pool);
        assertEquals(40, waiting.get());
    }

    @Test
    void noPlaceAndTooManyAreRefused() {
        for (int places : new int[] {0, -1, 33}) {
            assertThrows(IllegalArgumentException.class, () -> new WorkerPool(places));
        }
    }

    private void waitLong(WorkerPool pool) {
        try (WorkerPool.Turn turn = pool.turn()) {
            turn.speak();
            waiting.incrementAndGet();
            turn.lend();
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(WorkerPool pool) throws InterruptedException {
        answer.countDown();
        pool.shutdown();
        assertTrue(pool.awaitTermination(Duration.ofSeconds(10)));
    }
}

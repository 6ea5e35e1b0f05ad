package dev.foyer.gateway.accounts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guesses from many addresses make strangers come again, and nobody late who is at home. */
@Tag("case-S7")
@Timeout(60)
class HashRoomTest {

    private final HashRoom room = new HashRoom();
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<CompletableFuture<Boolean>> guesses = new ArrayList<>();

    @AfterEach
    void end() {
        never.countDown();
    }

    @Test
    void whoIsAtHomeIsComparedHoweverManyStrangersThereAre() {
        for (int i = 0; i <= HashRoom.LINE; i++) {
            guess("192.0.2." + i);
        }
        await().until(() -> room.waiting() == HashRoom.LINE);
        assertTrue(room.compare("198.51.100.7", true, () -> true));
    }

    @Test
    void aStrangerIsToldAtOnceThatTheLineIsFull() {
        for (int i = 0; i <= HashRoom.LINE; i++) {
            guess("192.0.2." + i);
        }
        await().until(() -> room.waiting() == HashRoom.LINE);
        Problem busy = assertThrows(
                        Problem.ProblemException.class, () -> room.compare("198.51.100.7", false, () -> true))
                .problem();
        assertEquals(503, busy.status());
        assertEquals("1", busy.headers().get("Retry-After"));
        assertEquals(HashRoom.LINE, room.waiting());
    }

    @Test
    void oneAddressLeavesRoomInTheLineForOthers() {
        for (int i = 0; i <= HashRoom.LINE; i++) {
            guess("192.0.2.1");
        }
        await().until(() -> room.waiting() == HashRoom.OF_ONE_ADDRESS);
        await().until(() -> guesses.stream()
                        .filter(CompletableFuture::isCompletedExceptionally)
                        .count()
                == HashRoom.LINE - HashRoom.OF_ONE_ADDRESS);
        guess("198.51.100.7");
        await().until(() -> room.waiting() == HashRoom.OF_ONE_ADDRESS + 1);
    }

    @Test
    void whoWaitsIsComparedInTurnAndLeavesTheLine() {
        for (int i = 0; i < 10; i++) {
            guess("192.0.2." + i);
        }
        await().until(() -> room.waiting() == 9);
        never.countDown();
        await().atMost(Duration.ofSeconds(30)).until(() -> guesses.stream().allMatch(guess -> guess.getNow(false)));
        assertEquals(0, room.waiting());
    }

    /** A comparison that takes until the end of the test. */
    private void guess(String address) {
        guesses.add(CompletableFuture.supplyAsync(
                () -> room.compare(address, false, this::slowly), Executors.newVirtualThreadPerTaskExecutor()));
    }

    private boolean slowly() {
        try {
            never.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

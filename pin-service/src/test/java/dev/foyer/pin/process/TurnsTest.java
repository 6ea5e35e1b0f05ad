package dev.foyer.pin.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F")
class TurnsTest {

    private final Turns turns = new Turns(2);
    private final List<Integer> begun = new CopyOnWriteArrayList<>();

    private CompletableFuture<Integer> take(int number, CompletableFuture<Integer> what) {
        return turns.take(() -> {
            begun.add(number);
            return what;
        });
    }

    @Test
    void soManyAreUnderWayAndTheOthersWaitInTheirOrder() {
        List<CompletableFuture<Integer>> all = IntStream.range(0, 5)
                .mapToObj(n -> new CompletableFuture<Integer>())
                .toList();
        List<CompletableFuture<Integer>> taken =
                IntStream.range(0, 5).mapToObj(n -> take(n, all.get(n))).toList();
        assertEquals(List.of(0, 1), begun);
        all.get(1).complete(11);
        await().until(() -> begun.equals(List.of(0, 1, 2)));
        assertEquals(11, taken.get(1).join());
        all.get(0).completeExceptionally(new IllegalStateException("gone"));
        await().until(() -> begun.equals(List.of(0, 1, 2, 3)));
        assertTrue(taken.get(0).isCompletedExceptionally());
    }

    /** Each ends at once: no stack grows with their number, and no turn is lost. */
    @Test
    void aHundredThousandThatEndAtOnce() {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> second = new CompletableFuture<>();
        take(-1, first);
        take(-2, second);
        List<CompletableFuture<Integer>> all = IntStream.range(0, 100_000)
                .mapToObj(n -> turns.take(() -> CompletableFuture.completedStage(n)))
                .toList();
        first.complete(0);
        second.complete(0);
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        assertEquals(99_999, all.getLast().join());
    }

    @Test
    void whatCannotEvenBeginGivesItsTurnBack() {
        for (int i = 0; i < 3; i++) {
            assertTrue(turns.<Integer>take(() -> {
                        throw new IllegalStateException("never");
                    })
                    .isCompletedExceptionally());
        }
        assertEquals(7, take(7, CompletableFuture.completedFuture(7)).join());
    }
}

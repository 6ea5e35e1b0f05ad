package dev.foyer.notification.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What just came in is found once, and what lies here for long makes room. */
@Tag("A6")
class RecentSealsTest {

    private final RecentSeals recent = new RecentSeals();

    @Test
    void foundOnce() {
        recent.came("digest", "sealed");
        assertEquals(Optional.empty(), recent.take("another"));
        assertEquals(Optional.of("sealed"), recent.take("digest"));
        assertEquals(Optional.empty(), recent.take("digest"));
    }

    @Test
    void theOldestMakeRoom() {
        for (int i = 0; i < 5_000; i++) {
            recent.came("digest-" + i, "sealed");
        }
        assertEquals(Optional.empty(), recent.take("digest-0"));
        assertEquals(Optional.of("sealed"), recent.take("digest-4999"));
        assertEquals(
                4_095,
                IntStream.range(0, 5_000)
                        .filter(i -> recent.take("digest-" + i).isPresent())
                        .count());
    }
}

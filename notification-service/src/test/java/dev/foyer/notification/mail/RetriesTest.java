package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final Retries retries = new Retries(Duration.ofSeconds(10), Duration.ofMinutes(1));

    @Test
    @Tag("D6")
    void waitsGrowToTheLongest() {
        List<Long> waits = IntStream.rangeClosed(1, 6)
                .mapToObj(attempts -> retries.waitAfter(attempts).toSeconds())
                .toList();
        assertEquals(List.of(10L, 20L, 40L, 60L, 60L, 60L), waits);
        assertEquals(Duration.ofMinutes(1), retries.waitAfter(100_000));
    }
}

package dev.foyer.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedWordsTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final CountedWords counted =
            CountedWords.of(metrics, "foyer.tries", "Tries", "outcome", List.of("good", "bad"), Tags.of("at", "door"));

    @Test
    void allSeriesAreThereBeforeAnythingIsCounted() {
        assertEquals(0, count("good"));
        assertEquals(0, count("bad"));
        assertEquals(2, metrics.find("foyer.tries").counters().size());
    }

    @Test
    void eachWordIsCountedForItself() {
        counted.count("good");
        counted.count("bad", 3);
        assertEquals(1, count("good"));
        assertEquals(3, count("bad"));
    }

    private double count(String outcome) {
        return metrics.get("foyer.tries")
                .tags("outcome", outcome, "at", "door")
                .counter()
                .count();
    }
}

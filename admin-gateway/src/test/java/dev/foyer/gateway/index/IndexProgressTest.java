package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class IndexProgressTest {

    private final IndexProgress progress = new IndexProgress();

    @Test
    void recordIsPassedWhenTheNextOneIsBehindIt() {
        progress.visible(Map.of(new TopicPartition("pin.events", 1), 5L));
        assertTrue(progress.isPassed(List.of(new Position("pin.events", 1, 4))));
        assertFalse(progress.isPassed(List.of(new Position("pin.events", 1, 5))));
        assertFalse(progress.isPassed(List.of(new Position("pin.events", 0, 0))));
    }

    /** Every reset also writes to pin.deliveries, which only notification-service may read. */
    @Test
    void topicsThatTheIndexDoesNotReadAreNotWaitedFor() {
        assertTrue(progress.isPassed(List.of(new Position("pin.deliveries", 0, 7))));
    }
}

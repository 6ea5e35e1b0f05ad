package dev.foyer.gateway.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * What one batch of records made.
 *
 * @param entries by id; an empty one is no more
 * @param positions of the next record of each partition
 * @param readAgain whether some of it may be in the index already, from before a crash
 */
record Folded(
        Map<String, Optional<Entry>> entries,
        List<HistoryEntry> history,
        Map<TopicPartition, Long> positions,
        boolean readAgain) {}

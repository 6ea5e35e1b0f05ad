package dev.foyer.gateway.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.index.Term;

/**
 * What one batch of records made.
 *
 * @param entries by id; an empty one is no more
 * @param calls by a meeting's id the terms of the call legs that this batch was about; of others a meeting keeps what it had
 * @param positions of the next record of each partition
 * @param readAgain whether some of it may be in the index already, from before a crash
 */
record Folded(
        Map<String, Optional<Entry>> entries,
        Map<String, Set<Term>> calls,
        List<HistoryEntry> history,
        Map<TopicPartition, Long> positions,
        boolean readAgain) {}

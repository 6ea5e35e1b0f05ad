package dev.foyer.local.backup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Where each record of the backup lies in the new cluster: its partition is the same, and its offset is how many were kept before it, since
 * a restore writes nothing else. For one thread.
 */
final class Places {

    /** Where nothing ever lies: whoever looks there finds that the record is forgotten. */
    static final long GONE = Long.MAX_VALUE >> 1;

    private final Map<String, Kept> byPartition = new HashMap<>();

    private static final class Kept {
        private long[] offsets = new long[64];
        private int size;

        void add(long offset) {
            if (size == offsets.length) {
                offsets = Arrays.copyOf(offsets, size * 2);
            }
            offsets[size++] = offset;
        }

        int find(long offset) {
            return Arrays.binarySearch(offsets, 0, size, offset);
        }
    }

    /** The next record of that partition, in order. */
    void kept(String topic, int partition, long offset) {
        byPartition
                .computeIfAbsent(topic + "-" + partition, first -> new Kept())
                .add(offset);
    }

    /** How many of that partition are kept. */
    long count(String topic, int partition) {
        Kept kept = byPartition.get(topic + "-" + partition);
        return kept == null ? 0 : kept.size;
    }

    /** Of a record; {@link #GONE} for one that is not kept. */
    long of(String topic, int partition, long offset) {
        Kept kept = byPartition.get(topic + "-" + partition);
        int found = kept == null ? -1 : kept.find(offset);
        return found < 0 ? GONE : found;
    }

    /** Of a position: how many of the records before it are kept. */
    long behind(String topic, int partition, long position) {
        Kept kept = byPartition.get(topic + "-" + partition);
        if (kept == null) {
            return 0;
        }
        int found = kept.find(position);
        return found < 0 ? -found - 1 : found;
    }

    /**
     * Of a request that was read there, which is known by its place long after the topic has forgotten it: those that are kept count from
     * nothing, and those before them count down, so that each still comes before all that came after it.
     */
    long order(String topic, int partition, long offset) {
        Kept kept = byPartition.get(topic + "-" + partition);
        if (kept == null || kept.size == 0) {
            return offset - (1L << 60);
        }
        return offset < kept.offsets[0] ? offset - kept.offsets[0] : behind(topic, partition, offset);
    }
}

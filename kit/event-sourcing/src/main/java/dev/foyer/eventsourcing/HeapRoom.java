package dev.foyer.eventsourcing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether the heap has room for more aggregates: each stays in memory, so a service that took any number would die of
 * it, now and at each later start. Looks at the pool where the long-lived end up, and counts only what survived a
 * collection; near the limit it asks for one rather than take garbage for state, and at the limit now and then for another. Thread-safe; costs a microsecond, and
 * near the limit once in a while as much as a full collection.
 */
public final class HeapRoom {

    /** Of the pool: nothing new from here on. The rest is for what those that are there already will need. */
    private static final double FULL = 0.70;

    /** Of the pool: what is there must not grow from here on either. The rest is for deciding, and for starting anew. */
    private static final double SERVED_ONLY = 0.85;

    /** Of the pool: so much may have come since the last collection before another one is asked for. */
    private static final double UNKNOWN = 0.05;

    /** What survived in a rush was partly under way only; so who is refused is so for some seconds, until it is looked again. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final Pool pool;
    private final LongSupplier nanos;
    private long lookedAt;

    /** The memory of what lives long, in bytes. */
    interface Pool {
        long size();

        /** With the garbage. */
        long used();

        /** When it was last collected. */
        long survived();

        /** Finds out what is garbage; returns when that is done. */
        void collect();
    }

    /** @param nanos the time, as {@link System#nanoTime} */
    HeapRoom(Pool pool, LongSupplier nanos) {
        this.pool = pool;
        this.nanos = nanos;
        this.lookedAt = nanos.getAsLong();
    }

    /** That of this JVM. One whose collector does not tell what survives has room always. */
    public static HeapRoom ofThisJvm() {
        return new HeapRoom(longLived().<Pool>map(JvmPool::new).orElseGet(Endless::new), System::nanoTime);
    }

    /** May be asked by any thread, before something new is taken in. */
    public boolean isLeft() {
        return isBelow(FULL);
    }

    /** May be asked by any thread, before something that is there becomes larger. */
    public boolean isLeftToGrow() {
        return isBelow(SERVED_ONLY);
    }

    private boolean isBelow(double part) {
        if (pool.used() < part * pool.size()) {
            return true;
        }
        synchronized (this) {
            boolean unknown = pool.used() - pool.survived() > UNKNOWN * pool.size();
            if (unknown || pool.survived() >= part * pool.size() && nanos.getAsLong() - lookedAt > LOOK_AGAIN_NANOS) {
                pool.collect();
                lookedAt = nanos.getAsLong();
            }
            return pool.survived() < part * pool.size();
        }
    }

    /** Bytes that survived the last collection; 0 before the first one. */
    public long survived() {
        return pool.survived();
    }

    /** Only such a pool has both thresholds: what is young is not used up but collected. */
    private static Optional<MemoryPoolMXBean> longLived() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pool -> pool.isUsageThresholdSupported() && pool.isCollectionUsageThresholdSupported())
                .findFirst();
    }

    private record JvmPool(MemoryPoolMXBean bean) implements Pool {

        @Override
        public long size() {
            long most = bean.getUsage().getMax();
            return most > 0 ? most : Runtime.getRuntime().maxMemory();
        }

        @Override
        public long used() {
            return bean.getUsage().getUsed();
        }

        @Override
        public long survived() {
            return bean.getCollectionUsage().getUsed();
        }

        @Override
        public void collect() {
            System.gc();
        }
    }

    private record Endless() implements Pool {

        @Override
        public long size() {
            return Long.MAX_VALUE;
        }

        @Override
        public long used() {
            return 0;
        }

        @Override
        public long survived() {
            return 0;
        }

        @Override
        public void collect() {}
    }
}

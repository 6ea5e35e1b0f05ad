package dev.foyer.eventsourcing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("case-L1")
class HeapRoomTest {

    /** A pool of 1,000 bytes. */
    private static final class Simulated implements HeapRoom.Pool {
        private long live;
        private long garbage;
        private long survived;
        private int collections;

        @Override
        public long size() {
            return 1_000;
        }

        @Override
        public long used() {
            return live + garbage;
        }

        @Override
        public long survived() {
            return survived;
        }

        @Override
        public void collect() {
            collections++;
            garbage = 0;
            survived = live;
        }
    }

    private final Simulated pool = new Simulated();
    private final AtomicLong now = new AtomicLong();
    private final HeapRoom room = new HeapRoom(pool, now::get);

    @Test
    void garbageIsNotTakenForState() {
        pool.live = 300;
        pool.garbage = 600;

        assertTrue(room.isLeft());
        assertEquals(1, pool.collections, "it had to find out");
    }

    @Test
    void farFromTheLimitNothingIsCollected() {
        pool.garbage = 690;

        assertTrue(room.isLeft());
        assertEquals(0, pool.collections);
    }

    @Test
    void whatComesInEndsBeforeThePoolDoesAndCostsFewCollections() {
        pool.live = 100;
        int taken = 0;
        while (room.isLeft()) {
            pool.live++;
            taken++;
        }

        assertTrue(taken < 660, "the pool has " + pool.live + " of 1,000 bytes");
        assertTrue(pool.collections <= 5, pool.collections + " collections");

        for (int asked = 0; asked < 100; asked++) {
            assertFalse(room.isLeft());
        }
        assertTrue(pool.collections <= 5, "to ask again costs nothing");
    }

    @Test
    void whatIsThereMayGrowWhereNothingNewComesAnyMore() {
        pool.live = 750;
        assertFalse(room.isLeft());
        assertTrue(room.isLeftToGrow());

        pool.live = 900;
        assertFalse(room.isLeftToGrow());
    }

    @Test
    void thereIsRoomAgainWhenSomethingWent() {
        pool.live = 900;
        assertFalse(room.isLeft());

        pool.live = 500;
        pool.garbage = 500;

        assertTrue(room.isLeft());
    }

    /** What is under way while masses come in survives a collection, and is nothing a second later. */
    @Test
    void whatSurvivedInARushIsNotTakenForStateForEver() {
        pool.live = 750;
        assertFalse(room.isLeft());
        pool.live = 600;
        pool.garbage = 150;

        assertFalse(room.isLeft(), "it was just looked");
        now.addAndGet(Duration.ofSeconds(11).toNanos());
        assertTrue(room.isLeft());
        assertEquals(2, pool.collections);
    }

    @Test
    void theJvmsOwnCollectorTells() {
        HeapRoom own = HeapRoom.ofThisJvm();
        List<byte[]> kept = new ArrayList<>();
        kept.add(new byte[1 << 20]);
        System.gc();

        assertTrue(own.isLeft());
        assertTrue(own.survived() > 0, "so it is not the pool without an end");
        kept.clear();
    }
}

package dev.foyer.gateway.streams;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

    @Test
    void anIdIsReadAsItWasWritten() {
        Positions made = new Positions("Kf2-_x", new long[] {0, 35, Long.MAX_VALUE});
        Positions read = Positions.parse(made.id()).orElseThrow();
        assertEquals("Kf2-_x", read.topics());
        assertArrayEquals(made.next(), read.next());
        assertTrue(read.isOf(made));
        assertFalse(read.isOf(new Positions("other", made.next())));
        assertFalse(read.isOf(new Positions("Kf2-_x", new long[] {1})));
    }

    @Test
    void theFartherOfBothIsTakenInEachPartition() {
        Positions some = new Positions("t", new long[] {1, 9});
        assertArrayEquals(
                new long[] {5, 9},
                some.max(new Positions("t", new long[] {5, 2})).next());
        assertArrayEquals(new long[] {1, 9}, some.next());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "t", "t.", "t.-1", "t.1.", "t.1 ", "t.zzzzzzzzzzzzz", "../x.1", "t.1\n", "t.A"})
    void whatIsNoneOfOursIsNothing(String id) {
        assertEquals(Optional.empty(), Positions.parse(id));
    }
}

package dev.foyer.proof.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SeparationTest {

    @Test
    void theSameValuesCannotBeToldApart() {
        assertEquals(0.5, Separation.of(new double[] {1, 2, 2, 3}, new double[] {1, 2, 2, 3}));
    }

    @Test
    void whatIsAlwaysLargerOrSmallerCan() {
        assertEquals(1, Separation.of(new double[] {1, 2}, new double[] {3, 4, 5}));
        assertEquals(0, Separation.of(new double[] {3, 4, 5}, new double[] {1, 2}));
    }

    @Test
    void eachPairCounts() {
        // Of the six pairs four are larger, one is equal.
        assertEquals(4.5 / 6, Separation.of(new double[] {1, 3}, new double[] {2, 3, 4}));
    }
}

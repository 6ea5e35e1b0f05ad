package dev.foyer.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final String TEXT = "x[${5m}] > ${=15m} for ${6h} or ${1d} or ${30s} {{ $value }}";

    @Test
    void areAsTheyAreMeant() {
        assertEquals("x[5m] > 900 for 6h or 1d or 30s {{ $value }}", Windows.WHOLE.fill(TEXT));
    }

    @Test
    void areShorterForATrial() {
        assertEquals("x[5s] > 15 for 6m or 24m or 500ms {{ $value }}", new Windows(60).fill(TEXT));
    }
}

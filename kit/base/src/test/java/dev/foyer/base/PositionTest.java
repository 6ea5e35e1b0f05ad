package dev.foyer.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void isReadAsItWasWritten() {
        List<Position> positions = List.of(new Position("pin.events", 2, 4711), new Position("in.a-b.directory", 0, 0));
        assertEquals(positions, Position.parse(Position.format(positions)));
    }

    @Test
    void nothingIsNoPosition() {
        assertEquals(List.of(), Position.parse(null));
        assertEquals(List.of(), Position.parse(" "));
    }

    @Test
    void anythingElseIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> Position.parse("pin.events"));
    }
}

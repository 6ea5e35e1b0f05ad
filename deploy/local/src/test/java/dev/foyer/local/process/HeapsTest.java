package dev.foyer.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.local.CannotRun;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapsTest {

    @Test
    void eachHasItsOwnAndOneIsChangedByItsVariable() {
        Heaps usual = Heaps.of(Map.of());
        Heaps changed = Heaps.of(Map.of("FOYER_HEAP_PIN", "1024"));

        assertEquals(1024, changed.of(Component.PIN_SERVICE));
        for (Component other : Component.values()) {
            if (other != Component.PIN_SERVICE) {
                assertEquals(usual.of(other), changed.of(other), other.title());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1g", "63", "-1", "9999999"})
    void whatIsNoNumberOfMegabytesIsRefusedInOneSentence(String set) {
        String refused = assertThrows(CannotRun.class, () -> Heaps.of(Map.of("FOYER_HEAP_MEETING", set)))
                .getMessage();

        assertEquals("FOYER_HEAP_MEETING is \"" + set + "\"; give megabytes, 64 to 1000000.", refused);
    }
}

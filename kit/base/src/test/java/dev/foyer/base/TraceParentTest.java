package dev.foyer.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void travelsWithACommandAndWithWhatFollowsFromIt() {
        CommandMeta meta = new CommandMeta("c", "r", Actor.service("s")).withTraceparent(GIVEN);
        assertEquals(GIVEN, meta.traceparent());
        assertEquals(GIVEN, meta.withCommandId("d").traceparent());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\nX: y",
                "4711"
            })
    void anythingElseIsNotSaid(String said) {
        assertNull(new CommandMeta("c", "r", Actor.service("s"))
                .withTraceparent(said)
                .traceparent());
    }
}

package dev.foyer.eventsourcing.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.runtime.RecentCommands.StoredAnswer;
import org.junit.jupiter.api.Test;

class RecentCommandsTest {

    @Test
    void remembersTheLastOnesAndForgetsTheOldest() {
        RecentCommands recent = RecentCommands.NONE;
        for (int i = 0; i <= RecentCommands.LIMIT; i++) {
            recent = recent.plus(new StoredAnswer("c" + i, "Done", new byte[0]));
        }
        assertTrue(recent.find("c0").isEmpty());
        assertTrue(recent.find("c1").isPresent());
        assertTrue(recent.find("c" + RecentCommands.LIMIT).isPresent());
        assertEquals(RecentCommands.LIMIT, recent.answers().length);
    }
}

package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** What must hold after instances have come and gone under load. */
final class RollingChecks {

    private RollingChecks() {}

    static void nothingIsLostOrDoneTwice(Fleet fleet, Iterable<Traffic.Answered> answered) {
        for (String name : List.of("pin.journal", "notification.journal", "meeting.journal")) {
            Journal journal = Journal.read(fleet.foyer().topics(), name);
            assertEquals(List.of(), journal.commandsDoneTwice(), name);
            assertEquals(List.of(), journal.brokenSequences(), name);
            assertEquals(List.of(), journal.missing(answered), name);
            assertTrue(
                    journal.entries().size() > 100,
                    () -> name + ": " + journal.entries().size());
        }
        assertEquals(List.of(), fleet.troubles());
    }
}

package dev.foyer.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in an event, on the page: people may be called like anything. */
@Tag("F")
class EventValueTest {

    @Test
    void aTimeIsShownAsOne() {
        assertEquals(
                Instant.parse("2026-11-27T08:30:00Z"),
                EventRow.Value.of("2026-11-27T08:30:00Z").time());
        assertEquals(
                Instant.parse("2026-11-27T08:30:00Z"),
                EventRow.Value.of("2026-11-27T08:30Z").time());
    }

    /** One name of these and the timeline of its user, and the audit of the tenant, could not be opened any more. */
    @ParameterizedTest
    @Tag("case-T3")
    @ValueSource(
            strings = {
                "2026-13-45T99:99:99Z",
                "2026-02-30T00:00:00Z",
                "2026-11-27T08:30:00.0000000001Z",
                "0000-00-00T00:00Z",
                "Amos Marble",
                ""
            })
    void whatOnlyLooksLikeATimeIsAText(String text) {
        assertEquals(text, EventRow.Value.of(text).text());
        assertNull(EventRow.Value.of(text).time());
    }
}

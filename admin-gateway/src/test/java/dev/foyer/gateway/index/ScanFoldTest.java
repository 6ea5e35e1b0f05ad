package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G2")
class ScanFoldTest {

    private static PublicEvent suspected(String source, long sequence, String at, int unknown) {
        return Fixtures.event("foyer.pin.ConferenceIdScanSuspected.v1", sequence, """
                {"tenant": "contoso.com", "source": "%s", "kind": "NUMBER", "account": "bridge", "caller": "+390212345678",
                "unknownConferenceIds": %d, "conferenceIdsRefusedUntil": "2026-11-26T10:15:31Z",
                "organizersGuessedAt": 0, "at": "%s"}""".formatted(source, unknown, at));
    }

    private static PublicEvent cleared(String source, long sequence) {
        return Fixtures.event("foyer.pin.ConferenceIdScanCleared.v1", sequence, """
                {"tenant": "contoso.com", "source": "%s", "at": "2026-11-26T11:00:00Z"}""".formatted(source));
    }

    @Test
    void aSourceIsWhatItsLastEventSaysSinceTheFirst() {
        try (Fixtures index = new Fixtures()) {
            index.given(suspected("number.1", 11, "2026-11-26T10:15:30Z", 11));
            index.given(suspected("number.1", 12, "2026-11-26T10:15:32Z", 12));
            index.given(suspected("number.1", 11, "2026-11-26T10:15:30Z", 11));
            ScanEntry scan = index.contoso().scan("number.1").orElseThrow();
            assertEquals(12, scan.unknownConferenceIds());
            assertEquals(Instant.parse("2026-11-26T10:15:30Z"), scan.since());
            assertEquals(Instant.parse("2026-11-26T10:15:32Z"), scan.at());
            assertEquals(Instant.parse("2026-11-26T10:15:31Z"), scan.conferenceIdsRefusedUntil());
            assertTrue(index.fabrikam().scan("number.1").isEmpty());
        }
    }

    @Test
    void theLatestComesFirstAndTheClearedAreGone() {
        try (Fixtures index = new Fixtures()) {
            index.given(suspected("number.1", 11, "2026-11-26T10:15:30Z", 11));
            index.given(suspected("number.2", 11, "2026-11-26T10:15:31Z", 11));
            index.given(suspected("number.3", 11, "2026-11-26T10:15:32Z", 11));
            index.given(cleared("number.2", 12));
            assertEquals(
                    List.of("number.3", "number.1"),
                    index.contoso().scans(10, null).items().stream()
                            .map(ScanEntry::source)
                            .toList());
            assertEquals(0, index.fabrikam().scans(10, null).total());
        }
    }
}

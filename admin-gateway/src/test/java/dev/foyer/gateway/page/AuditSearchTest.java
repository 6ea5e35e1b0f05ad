package dev.foyer.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What somebody typed, as an address; and lengths of time as one says them. */
class AuditSearchTest {

    @Test
    void whatIsEmptyIsNotInTheAddress() {
        AuditSearch search = new AuditSearch(" amos@contoso.com ", null, "", "471 1007", null, "");
        assertEquals("user=amos%40contoso.com&conferenceId=4711007", search.query());
        assertTrue(search.narrow());
        assertFalse(new AuditSearch(null, "", " ", null, null, null).narrow());
    }

    @Test
    void timesAreSaidByTheirGreatestUnit() {
        assertEquals("0 s", Ages.said(Duration.ofSeconds(-3), Locale.ENGLISH));
        assertEquals("59 s", Ages.said(Duration.ofSeconds(59), Locale.ENGLISH));
        assertEquals("59 min", Ages.said(Duration.ofMinutes(59), Locale.ENGLISH));
        assertEquals("47 h", Ages.said(Duration.ofHours(47), Locale.ENGLISH));
        assertEquals("6 d", Ages.said(Duration.ofDays(6), Locale.ENGLISH));
        assertEquals("6 g", Ages.said(Duration.ofDays(6), Locale.ITALIAN));
    }

    @Test
    void theLastStepOfAChartIsTheOneThatIsNow() {
        Instant now = Instant.parse("2026-11-27T13:47:12Z");
        assertEquals(Instant.parse("2026-11-27T12:48:00Z"), ChartRange.HOUR.from(now));
        assertEquals(Instant.parse("2026-11-20T14:00:00Z"), ChartRange.WEEK.from(now));
    }
}

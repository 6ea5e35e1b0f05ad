package dev.foyer.gateway.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often something happened, and how long callers waited: one event a second, from the first one at 10:00:01. */
class CountsTest {

    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    private final Fixtures index = new Fixtures();

    @BeforeEach
    void aLobby() {
        index.user("contoso.com", "amos", "Amos", "amos@contoso.com")
                .given("foyer.meeting.MeetingScheduled.v1", """
                        {"tenant": "contoso.com", "conferenceId": "612345678", "organizerId": "amos"}""")
                .given("foyer.meeting.CallerWaiting.v1", """
                        {"tenant": "contoso.com", "conferenceId": "612345678", "callId": "a", "since": "2026-11-22T10:00:03Z"}""")
                .given("foyer.meeting.CallerWaiting.v1", """
                        {"tenant": "contoso.com", "conferenceId": "612345678", "callId": "b", "since": "2026-11-22T10:00:04Z"}""")
                .user("fabrikam.com", "carl", "Carl", "carl@fabrikam.com")
                .given("foyer.meeting.CallersAdmitted.v1", """
                        {"tenant": "contoso.com", "conferenceId": "612345678", "at": "2026-11-22T10:00:06Z",
                         "calls": [{"callId": "a", "leader": true}, {"callId": "b", "leader": false},
                                   {"callId": "c", "leader": false}]}""")
                .given("foyer.meeting.CallerWaiting.v1", """
                        {"tenant": "contoso.com", "conferenceId": "612345678", "callId": "d", "since": "2026-11-22T10:00:07Z"}""");
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void eachEventIsInItsStepAndOthersTenantsAreNot() {
        Counts waited = counted("CallerWaiting");
        assertArrayEquals(new long[] {0, 1, 1, 1, 0}, waited.events());
        assertEquals(3, waited.total());
        assertEquals(1, counted("UserProvisioned").total());
        assertEquals(0, counted("PinReset").total());
    }

    @Test
    void whoHadWaitedIsCountedWithTheTimeAndWhoHadNotIsNot() {
        Counts admitted = counted("CallerAdmitted", "CallersAdmitted");
        assertArrayEquals(new long[] {0, 0, 0, 1, 0}, admitted.events());
        assertArrayEquals(new long[] {0, 0, 0, 2, 0}, admitted.released());
        assertArrayEquals(new long[] {0, 0, 0, 5_000, 0}, admitted.waitedMillis());
    }

    /** The index would have begun again at the same record for ever, and nobody would have been answered. */
    @Test
    @Tag("case-T3")
    void aWaitFromTheBeginningOfTimeStopsNothing() {
        index.given("foyer.meeting.CallerWaiting.v1", """
                        {"tenant": "contoso.com", "conferenceId": "612345678", "callId": "e", "since": "-999999999-01-01T00:00:00Z"}""").given("foyer.meeting.CallerAdmitted.v1", """
                        {"tenant": "contoso.com", "conferenceId": "612345678", "callId": "e", "leader": false,
                         "at": "2026-11-22T10:00:09Z"}""");
        assertArrayEquals(
                new long[] {0, 0, 0, 0, Releases.LONGEST.toMillis()},
                counted("CallerAdmitted").waitedMillis());
    }

    @Test
    void whatIsLiveIsFoundAndWhatHappenedInTheUsersMeetings() {
        assertEquals(1, index.contoso().liveMeetings(10, null).total());
        assertEquals(
                List.of(
                        "CallerWaiting",
                        "CallersAdmitted",
                        "CallerWaiting",
                        "CallerWaiting",
                        "MeetingScheduled",
                        "UserProvisioned"),
                index.contoso().timeline("amos", 10, null).items().stream()
                        .map(HistoryEntry::type)
                        .toList());
        assertEquals(
                5,
                index.contoso()
                        .audit(new AuditQuery(null, null, null, "612345678", null, null), 10, null)
                        .total());
    }

    @Test
    void nobodyMakesMoreStepsThanAnybodyCanSee() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Counts.Wanted(Set.of("PinReset"), TEN, Duration.ofSeconds(1), Counts.Wanted.MOST + 1));
    }

    /** Steps of two seconds, from ten o'clock on; the second event is at 10:00:02. */
    private Counts counted(String... types) {
        return index.contoso().counts(new Counts.Wanted(Set.of(types), TEN, Duration.ofSeconds(2), 5));
    }
}

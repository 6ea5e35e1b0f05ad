package dev.foyer.gateway.index;

import static dev.foyer.gateway.index.Fixtures.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.index.MeetingEntry.Phase;
import dev.foyer.gateway.index.MeetingEntry.Presence;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E2")
class MeetingFoldTest {

    private static final String AT = "2026-11-22T10:00:00Z";

    private static MeetingEntry after(PublicEvent... events) {
        MeetingEntry meeting = null;
        for (PublicEvent event : events) {
            meeting = MeetingFold.apply(
                    meeting, MeetingEventType.of(event.envelope().type()), event);
        }
        return meeting;
    }

    private static PublicEvent of(String type, long sequence, String more) {
        return event(
                "foyer.meeting." + type + ".v1",
                sequence,
                "{\"tenant\": \"contoso.com\", \"conferenceId\": \"4711007\", \"at\": \"" + AT + "\"" + more + "}");
    }

    private static PublicEvent scheduled(boolean personal) {
        return of("MeetingScheduled", 1, ", \"organizerId\": \"u-1\", \"personal\": " + personal);
    }

    private static PublicEvent waiting(String call, long sequence) {
        return of(
                "CallerWaiting",
                sequence,
                ", \"callId\": \"" + call + "\", \"since\": \"" + AT + "\", \"from\": \"+39021\"");
    }

    private static PublicEvent admitted(String call, long sequence, boolean leader) {
        return of("CallerAdmitted", sequence, ", \"callId\": \"" + call + "\", \"leader\": " + leader);
    }

    private static final PublicEvent STARTED = of(
            "MeetingStarted",
            3,
            ", \"organizerId\": \"u-1\", \"startedBy\": \"ORGANIZER_PIN\", \"startedAt\": \"" + AT + "\"");

    @Test
    void callersWaitAndAreAdmittedWithTheirNumberKept() {
        MeetingEntry meeting = after(scheduled(false), waiting("c1", 2), STARTED, admitted("c1", 4, true));
        assertEquals(Phase.RUNNING, meeting.phase());
        assertEquals(Presence.ADMITTED, meeting.call("c1").orElseThrow().state());
        assertTrue(meeting.call("c1").orElseThrow().leader());
        assertEquals("+39021", meeting.call("c1").orElseThrow().name());
    }

    @Test
    void oneEventOfTheAggregateMayAdmitMany() {
        MeetingEntry meeting = after(
                scheduled(false),
                waiting("c1", 2),
                waiting("c2", 2),
                STARTED,
                admitted("c1", 3, false),
                admitted("c2", 3, false));
        assertEquals(2, meeting.count(Presence.ADMITTED));
    }

    @Test
    @Tag("E2")
    void oneRecordMayAdmitMany() {
        PublicEvent both = of(
                "CallersAdmitted",
                3,
                ", \"calls\": [{\"callId\": \"c1\", \"from\": \"+39021\", \"leader\": true},"
                        + " {\"callId\": \"c2\", \"leader\": false}]");
        MeetingEntry meeting = after(scheduled(false), waiting("c1", 2), waiting("c2", 2), STARTED, both);
        assertEquals(2, meeting.count(Presence.ADMITTED));
        assertTrue(meeting.call("c1").orElseThrow().leader());
        assertFalse(meeting.call("c2").orElseThrow().leader());
        assertEquals("+39021", meeting.call("c2").orElseThrow().name());
        assertEquals(meeting, after(scheduled(false), waiting("c1", 2), waiting("c2", 2), STARTED, both, both));
    }

    @Test
    @Tag("E7")
    void thatTheOrganizerWasToldChangesNothing() {
        assertEquals(
                1,
                after(scheduled(false), waiting("c1", 2), of("OrganizerAlerted", 3, ", \"waiting\": 1"))
                        .count(Presence.WAITING));
    }

    @Test
    void aCallerWhoIsInMayBecomeTheLeader() {
        MeetingEntry meeting = after(
                scheduled(false),
                STARTED,
                admitted("c1", 4, false),
                of("CallerBecameLeader", 5, ", \"callId\": \"c1\""));
        assertTrue(meeting.call("c1").orElseThrow().leader());
    }

    @Test
    void aScheduledMeetingEndsForEver() {
        MeetingEntry meeting = after(scheduled(false), STARTED, admitted("c1", 4, false), of("MeetingEnded", 5, ""));
        assertEquals(Phase.ENDED, meeting.phase());
        assertEquals(Presence.LEFT, meeting.call("c1").orElseThrow().state());
    }

    @Test
    @Tag("E6")
    void aPersonalConferenceWaitsForItsNextStart() {
        assertEquals(
                Phase.WAITING,
                after(scheduled(true), STARTED, of("MeetingEnded", 5, "")).phase());
        assertEquals(
                Phase.ENDED,
                after(scheduled(true), STARTED, of("MeetingClosed", 5, "")).phase());
    }

    @Test
    @Tag("case-R16")
    void whatWaitsAgainWasStartedByNobody() {
        MeetingEntry waiting = after(scheduled(true), STARTED, of("MeetingEnded", 5, ""));
        assertNull(waiting.startedBy());
        assertNull(waiting.startedAt());
        assertEquals("ORGANIZER_PIN", after(scheduled(true), STARTED).startedBy());
    }

    @Test
    void somebodyWhoLeavesTwiceHasLeftOnce() {
        PublicEvent left = of("ParticipantLeft", 5, ", \"participantId\": \"c1\", \"kind\": \"CALLER\"");
        MeetingEntry once = after(scheduled(false), STARTED, admitted("c1", 4, false), left);
        assertEquals(once, after(scheduled(false), STARTED, admitted("c1", 4, false), left, left));
        assertFalse(once.call("c1").orElseThrow().state() == Presence.ADMITTED);
    }

    @Test
    @Tag("E4")
    void anIgnoredVerificationMakesNoMeeting() {
        assertNull(after(of("VerificationIgnored", 1, ", \"callId\": \"c1\", \"reason\": \"UNKNOWN_MEETING\"")));
    }

    @Test
    @Tag("E1")
    void whoMayStartItIsShownAsItIsNow() {
        MeetingEntry meeting = after(scheduled(true), of("StartWithoutPinChanged", 2, ", \"allowed\": true"));
        assertTrue(meeting.startWithoutPin());
        assertEquals(Phase.WAITING, meeting.phase());
    }

    /** pin-service's clock says when it was closed, meeting-service's when it ended. */
    @Test
    @Tag("B3")
    void whoStayedUntilTheConferenceWasClosedIsKnownWhateverTheClocksSay() {
        for (String closedAt : List.of("2026-11-22T09:59:59Z", "2026-11-22T10:30:00Z")) {
            MeetingEntry meeting = after(
                    scheduled(true),
                    waiting("c1", 2),
                    waiting("c2", 3),
                    at(
                            "ParticipantLeft",
                            4,
                            "2026-11-22T10:05:00Z",
                            ", \"participantId\": \"c2\", \"kind\": \"CALLER\""),
                    at("MeetingEnded", 5, "2026-11-22T10:10:00Z", ", \"reason\": \"CLOSED\""),
                    at("MeetingClosed", 5, closedAt, ""));
            assertTrue(meeting.closed());
            assertTrue(meeting.stayedUntilTheEnd(meeting.call("c1").orElseThrow()), closedAt);
            assertFalse(meeting.stayedUntilTheEnd(meeting.call("c2").orElseThrow()), closedAt);
        }
    }

    private static PublicEvent at(String type, long sequence, String at, String more) {
        return event(
                "foyer.meeting." + type + ".v1",
                sequence,
                "{\"tenant\": \"contoso.com\", \"conferenceId\": \"4711007\", \"at\": \"" + at + "\"" + more + "}");
    }
}

package dev.foyer.meeting.contract;

import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.call;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.meeting.contract.MeetingEventsV1.CallerAdmitted;
import dev.foyer.meeting.domain.MeetingEvent;
import dev.foyer.meeting.domain.MeetingEvent.CallerBecameLeader;
import dev.foyer.meeting.domain.MeetingEvent.IgnoreReason;
import dev.foyer.meeting.domain.MeetingEvent.VerificationIgnored;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where one event is not one record of the same name. */
class MeetingPublisherV1Test {

    private static final String ID = "471100815";

    @Test
    @Tag("E2")
    void anAdmissionIsARecordForEachLeg() {
        assertEquals(
                List.of(
                        new CallerAdmitted(CONTOSO, ID, "c-1", call("c-1").from(), false, NOW),
                        new CallerAdmitted(CONTOSO, ID, "c-2", call("c-2").from(), true, NOW)),
                published(personal(), waiting("c-1"), waiting("c-2"), startedByPin("c-2"), admitted("c-1", "c-2")));
    }

    @Test
    @Tag("E4")
    void aLeaderOnTheWayIsToldOfWhenItJoins() {
        var verified = new CallerBecameLeader("c-9", NOW);
        assertEquals(List.of(), published(personal(), startedByPin("c-1"), joined("c-1"), verified));
        assertEquals(
                List.of(new CallerAdmitted(CONTOSO, ID, "c-9", call("c-9").from(), true, NOW)),
                published(personal(), startedByPin("c-1"), joined("c-1"), verified, joined("c-9")));
    }

    @Test
    @Tag("F")
    void anIgnoredVerificationIsReportedToTheTenantThatVerified() {
        var ignored = new VerificationIgnored("fabrikam.com", "c-1", IgnoreReason.UNKNOWN_MEETING, NOW);
        assertEquals(
                List.of(new MeetingEventsV1.VerificationIgnored("fabrikam.com", ID, "c-1", "UNKNOWN_MEETING", NOW)),
                published(personal(), ignored));
    }

    private static List<Object> published(MeetingEvent... history) {
        return new MeetingPublisherV1()
                .publish(MeetingFacts.fact("", List.of(history))).stream()
                        .map(PublicRecord::data)
                        .toList();
    }
}

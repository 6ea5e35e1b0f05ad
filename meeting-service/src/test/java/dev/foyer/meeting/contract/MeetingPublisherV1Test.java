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
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.meeting.contract.MeetingEventsV1.AdmittedCall;
import dev.foyer.meeting.contract.MeetingEventsV1.CallerAdmitted;
import dev.foyer.meeting.contract.MeetingEventsV1.CallerWaiting;
import dev.foyer.meeting.contract.MeetingEventsV1.CallersAdmitted;
import dev.foyer.meeting.contract.MeetingEventsV1.EndedCall;
import dev.foyer.meeting.contract.MeetingEventsV1.MeetingEnded;
import dev.foyer.meeting.domain.Announcements;
import dev.foyer.meeting.domain.Announcements.EntryExit;
import dev.foyer.meeting.domain.LobbyRule;
import dev.foyer.meeting.domain.LobbyRules;
import dev.foyer.meeting.domain.MeetingEvent;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.MeetingEvent.CallerBecameLeader;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.IgnoreReason;
import dev.foyer.meeting.domain.MeetingEvent.VerificationIgnored;
import dev.foyer.meeting.domain.TenantRoom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where one event is not one record of the same name. */
class MeetingPublisherV1Test {

    private static final String ID = "471100815";

    @Test
    @Tag("E2")
    void anAdmissionOfManyIsOneRecord() {
        assertEquals(
                List.of(new CallersAdmitted(
                        CONTOSO,
                        ID,
                        List.of(
                                new AdmittedCall("c-1", call("c-1").from(), false),
                                new AdmittedCall("c-2", call("c-2").from(), true)),
                        NOW,
                        "USE_NAMES",
                        true)),
                published(personal(), waiting("c-1"), waiting("c-2"), startedByPin("c-2"), admitted("c-1", "c-2")));
    }

    /** Ten records for a lobby of ten thousand, each of which a broker takes, also with the longest ids and numbers. */
    @Test
    @Tag("E2")
    void aRecordOfManyStaysBelowWhatABrokerTakes() throws IOException {
        assertEquals(List.of(1_000, 1_000, 500), sizes("c", "+39"));
        List<Integer> longest = sizes("\u20ac".repeat(120), "\"".repeat(200));
        assertEquals(2_500, longest.stream().mapToInt(Integer::intValue).sum());
        assertTrue(longest.size() > 3, () -> longest + " are as few as of short ones");
    }

    /** Who waits and who is in, each once, in a record that a broker takes. */
    @Test
    @Tag("E2")
    void theEndNamesWhoIsOut() {
        var end = new MeetingEvent.MeetingEnded(EndReason.ENDED, NOW);
        assertEquals(
                List.of(new MeetingEnded(CONTOSO, ID, "ENDED", NOW, legs("c-1", "c-2"))),
                published(personal(), waiting("c-1"), waiting("c-2"), end));
        assertEquals(
                List.of(new MeetingEnded(CONTOSO, ID, "ENDED", NOW, legs("c-1"))),
                published(personal(), startedByPin("c-1"), joined("c-1"), end));
        assertEquals(
                List.of(new MeetingEnded(CONTOSO, ID, "ENDED", NOW, null)),
                published(personal(), startedByPin("c-1"), end));
    }

    @Test
    @Tag("E2")
    void theEndOfManyIsFewRecords() {
        List<EndedCall> all =
                IntStream.range(0, 2_500).mapToObj(i -> new EndedCall("c-" + i)).toList();
        List<List<EndedCall>> records = CallsPerRecord.ended(all);
        assertEquals(
                List.of(1_000, 1_000, 500), records.stream().map(List::size).toList());
        assertEquals(all, records.stream().flatMap(List::stream).toList());
    }

    private static List<EndedCall> legs(String... ids) {
        return Stream.of(ids).map(EndedCall::new).toList();
    }

    private static List<Integer> sizes(String id, String from) throws IOException {
        List<AdmittedCall> all = IntStream.range(0, 2_500)
                .mapToObj(i -> new AdmittedCall(id + i, from, false))
                .toList();
        List<Integer> sizes = new ArrayList<>();
        for (List<AdmittedCall> some : CallsPerRecord.admitted(all)) {
            var data = new CallersAdmitted(CONTOSO, ID, some, NOW, "USE_NAMES", true);
            assertTrue(Json.mapper().build().writeValueAsBytes(data).length < 900_000);
            sizes.add(some.size());
        }
        assertEquals(
                all, CallsPerRecord.admitted(all).stream().flatMap(List::stream).toList());
        return sizes;
    }

    @Test
    @Tag("E8")
    void whatTheBridgeIsToldIsTheTenantsChoiceOfThatMoment() {
        var chosen = new AtomicReference<>(new Announcements(EntryExit.OFF, false));
        var publisher = new MeetingPublisherV1(
                tenant -> new LobbyRule(Admission.AUTOMATIC, 100, null, chosen.get(), TenantRoom.UNBOUNDED));
        var fact = MeetingFacts.fact("", List.of(personal(), waiting("c-1")));
        assertEquals(
                new CallerWaiting(CONTOSO, ID, "c-1", call("c-1").from(), NOW, "OFF", false),
                publisher.publish(fact).getFirst().data());
        chosen.set(new Announcements(EntryExit.TONE_ONLY, true));
        assertEquals(
                new CallerWaiting(CONTOSO, ID, "c-1", call("c-1").from(), NOW, "TONE_ONLY", true),
                publisher.publish(fact).getFirst().data());
    }

    @Test
    @Tag("E4")
    void aLeaderOnTheWayIsToldOfWhenItJoins() {
        var verified = new CallerBecameLeader("c-9", NOW);
        assertEquals(List.of(), published(personal(), startedByPin("c-1"), joined("c-1"), verified));
        assertEquals(
                List.of(new CallerAdmitted(CONTOSO, ID, "c-9", call("c-9").from(), true, NOW, "USE_NAMES", true)),
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
        return new MeetingPublisherV1(LobbyRules.DEFAULT)
                .publish(MeetingFacts.fact("", List.of(history))).stream()
                        .map(PublicRecord::data)
                        .toList();
    }
}

package dev.foyer.meeting.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.meeting.domain.Call;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingDecider;
import dev.foyer.meeting.domain.MeetingEvent;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.MeetingEvent.CallerBecameLeader;
import dev.foyer.meeting.domain.MeetingEvent.CallerJoined;
import dev.foyer.meeting.domain.MeetingEvent.CallerWaiting;
import dev.foyer.meeting.domain.MeetingEvent.CallersAdmitted;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.IgnoreReason;
import dev.foyer.meeting.domain.MeetingEvent.Kind;
import dev.foyer.meeting.domain.MeetingEvent.Limit;
import dev.foyer.meeting.domain.MeetingEvent.MeetingClosed;
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.MeetingScheduled;
import dev.foyer.meeting.domain.MeetingEvent.MeetingStarted;
import dev.foyer.meeting.domain.MeetingEvent.OrganizerAlerted;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantJoined;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantLeft;
import dev.foyer.meeting.domain.MeetingEvent.StartWithoutPinChanged;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingEvent.TimeLimitReached;
import dev.foyer.meeting.domain.MeetingEvent.VerificationIgnored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Our events in the surroundings that make the examples of the contract. */
public final class MeetingFacts {

    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");
    private static final Call CALL = new Call("call-1", "+390212345678", null);
    private static final Call HIDDEN = new Call("call-1", null, null);
    private static final MeetingScheduled SCHEDULED =
            new MeetingScheduled("contoso.com", "u-17", "Budget 2027", false, false, AT, null);
    private static final MeetingScheduled UNNAMED =
            new MeetingScheduled("contoso.com", "u-17", null, false, false, AT, null);
    private static final MeetingScheduled PERSONAL =
            new MeetingScheduled("contoso.com", "u-17", null, true, false, AT, null);
    private static final MeetingStarted STARTED =
            new MeetingStarted(StartedBy.ORGANIZER_PIN, "call-1", AT, Admission.MANUAL);
    /** From before there was a choice. */
    private static final MeetingStarted EARLIER_STARTED =
            new MeetingStarted(StartedBy.ORGANIZER_PIN, "call-1", AT, null);

    private static final CallersAdmitted ADMITTED = new CallersAdmitted(List.of("call-1"), AT);
    private static final Call OTHER = new Call("call-2", null, null);
    private static final CallersAdmitted BOTH_ADMITTED = new CallersAdmitted(List.of("call-1", "call-2"), AT);
    private static final ParticipantJoined JOINED = new ParticipantJoined("p-7", "Amos Marble", AT, AT);

    private static final Set<String> PERSONAL_ONLY = Set.of("MeetingClosed", "StartWithoutPinChanged");

    private MeetingFacts() {}

    /** @param type with version, as in the file's name; {@code which}: full or minimal */
    public record Case(String type, String which, Fact<Meeting, MeetingEvent, MeetingAnswer> fact) {
        @Override
        public String toString() {
            return type + " " + which + ": " + fact.event();
        }
    }

    static String conferenceId(JsonNode example) {
        return example.path("conferenceId").textValue();
    }

    /** Each event with the history before it, the event last. */
    static Stream<Case> cases() {
        return Stream.of(
                        both("MeetingScheduled", List.of(SCHEDULED), List.of(UNNAMED)),
                        same("StartWithoutPinChanged", PERSONAL, new StartWithoutPinChanged(true, AT, 12L)),
                        both("MeetingStarted", List.of(SCHEDULED, STARTED), List.of(SCHEDULED, EARLIER_STARTED)),
                        both(
                                "CallerWaiting",
                                List.of(SCHEDULED, new CallerWaiting(CALL, AT)),
                                List.of(SCHEDULED, new CallerWaiting(HIDDEN, AT))),
                        both(
                                "CallerAdmitted",
                                List.of(SCHEDULED, new CallerWaiting(CALL, AT), STARTED, ADMITTED),
                                List.of(SCHEDULED, STARTED, new CallerJoined(HIDDEN, AT))),
                        both(
                                "CallersAdmitted",
                                List.of(
                                        SCHEDULED,
                                        new CallerWaiting(CALL, AT),
                                        new CallerWaiting(OTHER, AT),
                                        STARTED,
                                        BOTH_ADMITTED),
                                List.of(
                                        SCHEDULED,
                                        new CallerWaiting(HIDDEN, AT),
                                        new CallerWaiting(OTHER, AT),
                                        STARTED,
                                        BOTH_ADMITTED)),
                        same(
                                "OrganizerAlerted",
                                SCHEDULED,
                                new CallerWaiting(CALL, AT, 5),
                                new CallerWaiting(OTHER, AT.plusSeconds(60), 5),
                                new OrganizerAlerted(AT, 2, AT.plus(Duration.ofMinutes(5)))),
                        same(
                                "CallerBecameLeader",
                                SCHEDULED,
                                new MeetingStarted(StartedBy.APP, null, AT, Admission.AUTOMATIC),
                                JOINED,
                                new CallerJoined(CALL, AT),
                                new CallerBecameLeader("call-1", AT)),
                        both(
                                "ParticipantJoined",
                                List.of(SCHEDULED, STARTED, JOINED),
                                List.of(SCHEDULED, STARTED, new ParticipantJoined("p-7", null, AT, AT))),
                        both(
                                "ParticipantLeft",
                                List.of(
                                        SCHEDULED,
                                        new CallerWaiting(CALL, AT),
                                        new ParticipantLeft("call-1", Kind.CALLER, AT, 7L, null, true)),
                                List.of(
                                        SCHEDULED,
                                        new CallerWaiting(CALL, AT),
                                        new ParticipantLeft("call-1", Kind.CALLER, AT, null))),
                        same(
                                "TimeLimitReached",
                                SCHEDULED,
                                new MeetingStarted(StartedBy.CALLER, null, AT, null),
                                new CallerJoined(CALL, AT),
                                new TimeLimitReached(Limit.ONLY_CALLERS, AT.plus(Duration.ofHours(4)))),
                        both(
                                "MeetingEnded",
                                List.of(
                                        SCHEDULED,
                                        STARTED,
                                        new CallerJoined(CALL, AT),
                                        new MeetingEnded(EndReason.ENDED, AT)),
                                List.of(SCHEDULED, STARTED, new MeetingEnded(EndReason.LAST_LEFT, AT))),
                        same("MeetingClosed", PERSONAL, new MeetingClosed(AT, 13L)),
                        same(
                                "VerificationIgnored",
                                SCHEDULED,
                                new MeetingEnded(EndReason.ENDED, AT),
                                new VerificationIgnored("contoso.com", "call-1", IgnoreReason.MEETING_ENDED, AT)))
                .flatMap(cases -> cases);
    }

    private static Stream<Case> same(String type, MeetingEvent... history) {
        return both(type, List.of(history), List.of(history));
    }

    private static Stream<Case> both(String type, List<MeetingEvent> full, List<MeetingEvent> minimal) {
        return Stream.of(
                new Case(type + ".v1", "full", fact(type, full)),
                new Case(type + ".v1", "minimal", fact(type, minimal)));
    }

    /** The surroundings of the last event of a history. */
    public static Fact<Meeting, MeetingEvent, MeetingAnswer> fact(String type, List<MeetingEvent> history) {
        MeetingDecider decider = new MeetingDecider();
        Meeting before = decider.initial();
        for (MeetingEvent event : history.subList(0, history.size() - 1)) {
            before = decider.evolve(before, event);
        }
        MeetingEvent last = history.getLast();
        String conferenceId = PERSONAL_ONLY.contains(type) ? "4711007" : "471100815";
        var meta = new CommandMeta("command-1", "correlation-1", new Actor("bridge", "bridge", null));
        return new Fact<>(conferenceId, before, last, decider.evolve(before, last), new MeetingAnswer.Noted(), meta, 1);
    }
}

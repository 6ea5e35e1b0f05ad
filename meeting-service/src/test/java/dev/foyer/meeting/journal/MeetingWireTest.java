package dev.foyer.meeting.journal;

import static dev.foyer.eventsourcing.testing.WireCheck.arrives;
import static dev.foyer.eventsourcing.testing.WireCheck.fingerprintIsTheSameEverywhere;
import static dev.foyer.meeting.domain.MeetingFixture.call;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.testing.Reachable;
import dev.foyer.meeting.domain.Attendance;
import dev.foyer.meeting.domain.Booking;
import dev.foyer.meeting.domain.Call;
import dev.foyer.meeting.domain.EarlierCalls;
import dev.foyer.meeting.domain.Lobby;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.RunningTime;
import dev.foyer.meeting.domain.UserMoment;
import dev.foyer.meeting.domain.bridge.Bridge;
import dev.foyer.meeting.domain.bridge.BridgeAnswer;
import dev.foyer.meeting.domain.bridge.BridgeCommand;
import dev.foyer.meeting.domain.leg.Leg;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegCommand;
import dev.foyer.meeting.domain.leg.LegEvent;
import dev.foyer.meeting.domain.leg.Line;
import dev.foyer.meeting.domain.leg.Told;
import dev.foyer.meeting.domain.numbering.Choice;
import dev.foyer.meeting.domain.numbering.ChoiceCommand;
import dev.foyer.meeting.domain.numbering.ChoiceEvent;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
import dev.foyer.meeting.domain.numbering.ForgetChoice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What instances of meeting-service tell each other arrives as it left, in the same order. */
class MeetingWireTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.123456789Z");
    private static final Booking PERSONAL =
            new Booking("contoso.com", "u-17", null, true, true, NOW.plusSeconds(5), 12L, NOW, 9L);
    private static final Booking SCHEDULED =
            new Booking("contoso.com", "u-17", "Budget", false, false, NOW, null, NOW, null);
    private static final EarlierCalls EARLIER =
            new EarlierCalls(List.of("c-9", "c-1"), Map.of("c-1", 17L), NOW, Map.of("p-1", NOW), NOW);
    private static final EarlierCalls NONE = new EarlierCalls(List.of(), Map.of(), null);

    @Test
    void states() {
        arrives(
                Meeting.class,
                MeetingWire.MEETINGS.states(),
                new Meeting.Unknown(null),
                new Meeting.Unknown(NOW),
                new Meeting.Waiting(SCHEDULED, lobby(), NONE),
                new Meeting.Waiting(PERSONAL, lobby("c-7", "c-2", "c-30", "c-1", "c-12"), EARLIER),
                new Meeting.Waiting(
                        PERSONAL, new Lobby(Map.of("c-1", new Call("c-1", null, null, 17L)), 5, NOW), EARLIER),
                new Meeting.Running(
                        PERSONAL,
                        Admission.AUTOMATIC,
                        lobby(),
                        new Attendance(
                                set("c-8", "c-2", "c-31", "c-1"),
                                set("c-8", "c-0"),
                                set("p-9", "p-1", "p-5"),
                                Map.of("c-2", 17L)),
                        new RunningTime(StartedBy.APP, NOW, NOW.plusSeconds(1)),
                        EARLIER),
                new Meeting.Running(
                        SCHEDULED,
                        Admission.MANUAL,
                        lobby("c-3"),
                        new Attendance(set(), set(), set(), Map.of()),
                        new RunningTime(StartedBy.CALLER, NOW, NOW),
                        NONE),
                new Meeting.Ended("contoso.com", NOW),
                new Meeting.Closed("contoso.com", "u-17", NOW, 13L, NOW));
        arrives(
                Leg.class,
                MeetingWire.LEGS.states(),
                new Leg.Nowhere(),
                new Leg.At("471100815", 9, Map.of("4711007", 7L), NOW),
                new Leg.At(
                        "471100815",
                        9,
                        Map.of(),
                        NOW,
                        new Told(NOW, Map.of("4711007", NOW), false),
                        new Line("bridge", NOW, NOW, true)),
                new Leg.HungUp(12, Map.of(), NOW, new Told(null, Map.of("4711007", NOW), true), true),
                new Leg.HungUp(12, Map.of(), NOW));
        arrives(Bridge.class, MeetingWire.BRIDGES.states(), new Bridge.Quiet(), new Bridge.Beating(NOW));
        arrives(Choice.class, MeetingWire.CHOICES.states(), new Choice.Open(), new Choice.Made("471100815", NOW));
    }

    @Test
    void commands() {
        arrives(
                MeetingCommand.class,
                MeetingWire.MEETINGS.commands(),
                new MeetingCommand.ScheduleMeeting("contoso.com", "u-17", "Budget", true),
                new MeetingCommand.ScheduleMeeting("contoso.com", "u-17", null, false),
                new MeetingCommand.OpenPersonalConference("contoso.com", "u-17", true, new UserMoment(NOW, 9L)),
                new MeetingCommand.ClosePersonalConference("contoso.com", "u-17", new UserMoment(NOW, 9L)),
                new MeetingCommand.AllowStartWithoutPin("contoso.com", "u-17", true, new UserMoment(NOW, 9L)),
                new MeetingCommand.StartByOrganizer("contoso.com", "u-17", "c-1", NOW, true),
                new MeetingCommand.EndAtTimeLimit(),
                new MeetingCommand.ForgetMeeting(),
                new MeetingCommand.AlertOrganizer(),
                new MeetingCommand.AskForRoom("contoso.com", "c-1"),
                new MeetingCommand.DialIn("contoso.com", call("c-1"), true),
                new MeetingCommand.DialIn("contoso.com", call("c-1"), true, NOW),
                new MeetingCommand.DialIn("contoso.com", call("c-1")),
                new MeetingCommand.DialIn("contoso.com", new Call("c-1", null, 17L)),
                new MeetingCommand.DialIn("contoso.com", new Call("c-1", null, null, 17L)),
                new MeetingCommand.DialIn("contoso.com", new Call("c-1", null, null)),
                new MeetingCommand.DialIn("contoso.com", new Call("c-1", null, 17L, 9L)),
                new MeetingCommand.HangUp("contoso.com", "c-1", null),
                new MeetingCommand.HangUp("contoso.com", "c-1", 9L),
                new MeetingCommand.HangUp("contoso.com", "c-1", 9L, true),
                new MeetingCommand.JoinFromApp("contoso.com", "p-1", "Amos Marble"),
                new MeetingCommand.JoinFromApp("contoso.com", "p-1", null),
                new MeetingCommand.JoinFromApp("contoso.com", "p-1", null, NOW),
                new MeetingCommand.LeaveFromApp("contoso.com", "p-1"),
                new MeetingCommand.LeaveFromApp("contoso.com", "p-1", NOW),
                new MeetingCommand.StartVouchedFor(
                        new MeetingCommand.StartByOrganizer("contoso.com", "u-17", "c-1", NOW, false)),
                new MeetingCommand.Admit("contoso.com", "c-1"),
                new MeetingCommand.Admit("contoso.com", null),
                new MeetingCommand.EndMeeting("contoso.com"));
        arrives(
                LegCommand.class,
                MeetingWire.LEGS.commands(),
                new LegCommand.GoTo("471100815", true),
                new LegCommand.ComeAgain("471100815", 17L, null, "bridge"),
                new LegCommand.ComeAgain("471100815", 17L, NOW, "bridge-topic"),
                new LegCommand.GoTo("471100815", false),
                new LegCommand.GoTo("471100815", true, NOW, "bridge"),
                new LegCommand.NoteAlive(),
                new LegCommand.NoteBridge(true),
                new LegCommand.GoAway("471100815", NOW),
                new LegCommand.TurnAway(null, LegEvent.Refusal.UNKNOWN_CONFERENCE, "+390212345678"),
                new LegCommand.TurnAway("471100815", LegEvent.Refusal.MEETING_FULL, null),
                new LegCommand.GoAway("471100815"),
                new LegCommand.GoAway(null),
                new LegCommand.NoteLeft("471100815", 9),
                new LegCommand.SettleLeg());
        arrives(
                BridgeCommand.class,
                MeetingWire.BRIDGES.commands(),
                new BridgeCommand.NoteBeat(),
                new BridgeCommand.Ask());
        arrives(
                ChoiceCommand.class,
                MeetingWire.CHOICES.commands(),
                new ChooseConferenceId("471100815", "471100816"),
                new ChooseConferenceId("471100815", null),
                new ForgetChoice());
    }

    @Test
    void refusalsAndAnswers() {
        MeetingRefusal[] refusals = {
            new MeetingRefusal.MeetingNotFound(),
            new MeetingRefusal.MeetingHasEnded(),
            new MeetingRefusal.MeetingNotStarted(),
            new MeetingRefusal.CallNotHere(),
            new MeetingRefusal.ConferenceIdTaken(),
            new MeetingRefusal.OrganizerNotKnownYet(),
            new MeetingRefusal.MeetingIsFull(20_000),
            new MeetingRefusal.TenantIsFull(100_000),
            new MeetingRefusal.CallHasEnded(),
            new MeetingRefusal.StayIsOver()
        };
        arrives(MeetingRefusal.class, MeetingWire.MEETINGS.refusals(), refusals);
        arrives(MeetingRefusal.class, MeetingWire.CHOICES.refusals(), refusals);
        arrives(
                MeetingAnswer.class,
                MeetingWire.MEETINGS.answers(),
                new MeetingAnswer.InLobby(),
                new MeetingAnswer.Joined(),
                new MeetingAnswer.Noted());
        arrives(
                LegAnswer.class,
                MeetingWire.LEGS.answers(),
                new LegAnswer.Sent(9, List.of("4711007")),
                new LegAnswer.Gone(12, List.of()),
                new LegAnswer.Elsewhere(),
                new LegAnswer.NeverHeardOf(),
                new LegAnswer.Alive(true),
                new LegAnswer.LegNoted());
        arrives(BridgeAnswer.class, MeetingWire.BRIDGES.answers(), new BridgeAnswer.Beats(true));
        arrives(
                ChoiceEvent.class,
                MeetingWire.CHOICES.answers(),
                new ChoiceEvent.ConferenceIdChosen("471100815", NOW),
                new ChoiceEvent.ChoiceForgotten(NOW));
    }

    /** They lie in snapshots; a PIN never comes as far as this service. */
    @Test
    void onlyTheDomainCanBeReachedFromAState() {
        Set<String> packages = Stream.of(Meeting.class, Choice.class, Leg.class, Bridge.class)
                .flatMap(state -> Reachable.from(state).stream())
                .map(Class::getPackageName)
                .filter(name -> name.startsWith("dev.foyer"))
                .collect(toSet());
        assertEquals(
                Set.of(
                        "dev.foyer.meeting.domain",
                        "dev.foyer.meeting.domain.bridge",
                        "dev.foyer.meeting.domain.leg",
                        "dev.foyer.meeting.domain.numbering"),
                packages);
    }

    @Test
    void theSameStatesHaveTheSameFingerprintInEveryProcess() throws Exception {
        fingerprintIsTheSameEverywhere(Meeting.class);
    }

    private static Lobby lobby(String... callIds) {
        Map<String, Call> calls = new LinkedHashMap<>();
        for (String callId : callIds) {
            calls.put(callId, new Call(callId, "+390212345678", 17L));
        }
        return new Lobby(calls);
    }

    private static Set<String> set(String... ids) {
        return new LinkedHashSet<>(List.of(ids));
    }
}

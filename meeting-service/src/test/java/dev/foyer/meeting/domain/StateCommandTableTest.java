package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.LATER;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.admit;
import static dev.foyer.meeting.domain.MeetingFixture.appJoins;
import static dev.foyer.meeting.domain.MeetingFixture.appLeaves;
import static dev.foyer.meeting.domain.MeetingFixture.call;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.disabled;
import static dev.foyer.meeting.domain.MeetingFixture.enabled;
import static dev.foyer.meeting.domain.MeetingFixture.ended;
import static dev.foyer.meeting.domain.MeetingFixture.hangUp;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.mayStart;
import static dev.foyer.meeting.domain.MeetingFixture.organizerStarts;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.scheduled;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;
import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.MeetingClosed;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every command in every state: the events, {@code -} for "is so already", or {@code !} and the refusal. Waiting is a
 * personal conference with c-1 in the lobby, of whom the organizer is to be told; Running is it with c-1 inside; the newcomer is c-2. The timer's commands
 * come days later than the others. An early PIN is one that comes before every enabled user is known.
 */
class StateCommandTableTest {

    private static final MeetingDecider DECIDER = new MeetingDecider();

    private static final Map<String, MeetingEvent[]> STATES = Map.of(
            "Unknown",
            new MeetingEvent[] {},
            "Waiting",
            new MeetingEvent[] {personal(), new MeetingEvent.CallerWaiting(call("c-1"), NOW, 5)},
            "Running",
            new MeetingEvent[] {personal(), startedByPin("c-1"), joined("c-1")},
            "Ended",
            new MeetingEvent[] {scheduled(), ended(EndReason.ENDED)},
            "Closed",
            new MeetingEvent[] {personal(), new MeetingClosed(NOW, null)});

    private static final Set<String> LATER_COMMANDS = Set.of("EndAtTimeLimit", "AlertOrganizer", "ForgetMeeting");

    private static final Map<String, MeetingCommand> COMMANDS = Map.ofEntries(
            entry("ScheduleMeeting", new MeetingCommand.ScheduleMeeting(CONTOSO, AMOS, "Budget", false)),
            entry("OpenPersonalConference", enabled(AMOS, LATER)),
            entry("ClosePersonalConference", disabled(AMOS, LATER)),
            entry("AllowStartWithoutPin", mayStart(true, LATER)),
            entry("StartByOrganizer, early", new MeetingCommand.StartByOrganizer(CONTOSO, AMOS, "c-2", NOW, false)),
            entry("StartByOrganizer", organizerStarts("c-2")),
            entry("StartVouchedFor", new MeetingCommand.StartVouchedFor(organizerStarts("c-2"))),
            entry("DialIn", dialIn("c-2")),
            entry("AskForRoom", new MeetingCommand.AskForRoom(CONTOSO, "c-2")),
            entry("AlertOrganizer", new MeetingCommand.AlertOrganizer()),
            entry("HangUp", hangUp("c-1")),
            entry("JoinFromApp", appJoins("p-1")),
            entry("LeaveFromApp", appLeaves("p-1")),
            entry("Admit", admit(null)),
            entry("EndMeeting", new MeetingCommand.EndMeeting(CONTOSO)),
            entry("EndAtTimeLimit", new MeetingCommand.EndAtTimeLimit()),
            entry("ForgetMeeting", new MeetingCommand.ForgetMeeting()));

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            command                 | Unknown               | Waiting                                          | Running                       | Ended                 | Closed
            ScheduleMeeting         | MeetingScheduled      | !ConferenceIdTaken                               | !ConferenceIdTaken            | !ConferenceIdTaken    | !ConferenceIdTaken
            OpenPersonalConference  | MeetingScheduled      | -                                                | -                             | !ConferenceIdTaken    | MeetingScheduled
            ClosePersonalConference | -                     | MeetingEnded MeetingClosed                       | MeetingEnded MeetingClosed    | -                     | -
            AllowStartWithoutPin    | -                     | StartWithoutPinChanged                           | StartWithoutPinChanged        | -                     | -
            StartByOrganizer, early | !OrganizerNotKnownYet | MeetingStarted CallersAdmitted                   | CallerBecameLeader            | !OrganizerNotKnownYet | !OrganizerNotKnownYet
            StartByOrganizer        | VerificationIgnored   | MeetingStarted CallersAdmitted                   | CallerBecameLeader            | VerificationIgnored   | VerificationIgnored
            StartVouchedFor         | VerificationIgnored   | MeetingStarted CallersAdmitted                   | CallerBecameLeader            | VerificationIgnored   | VerificationIgnored
            DialIn                  | !MeetingNotFound      | CallerWaiting                                    | CallerJoined                  | !MeetingHasEnded      | !MeetingNotFound
            AskForRoom              | !MeetingNotFound      | -                                                | -                             | -                     | -
            HangUp                  | !MeetingNotFound      | ParticipantLeft                                  | ParticipantLeft MeetingEnded  | -                     | -
            JoinFromApp             | !MeetingNotFound      | MeetingStarted CallersAdmitted ParticipantJoined | ParticipantJoined             | !MeetingHasEnded      | !MeetingNotFound
            LeaveFromApp            | !MeetingNotFound      | ParticipantTold                                  | ParticipantTold               | -                     | -
            Admit                   | !MeetingNotFound      | !MeetingNotStarted                               | -                             | !MeetingHasEnded      | !MeetingNotFound
            EndMeeting              | !MeetingNotFound      | MeetingEnded                                     | MeetingEnded                  | -                     | -
            EndAtTimeLimit          | -                     | ParticipantLeft                                  | TimeLimitReached MeetingEnded | -                     | -
            AlertOrganizer          | -                     | OrganizerAlerted                                 | -                             | -                     | -
            ForgetMeeting           | -                     | -                                                | -                             | MeetingForgotten      | MeetingForgotten
            """)
    void everyCommandInEveryState(
            String command, String unknown, String waiting, String running, String ended, String closed) {
        assertEquals(unknown, outcome("Unknown", command));
        assertEquals(waiting, outcome("Waiting", command));
        assertEquals(running, outcome("Running", command));
        assertEquals(ended, outcome("Ended", command));
        assertEquals(closed, outcome("Closed", command));
    }

    @Test
    void theTableHasEveryStateAndEveryCommand() {
        assertEquals(names(Meeting.class.getPermittedSubclasses()), STATES.keySet());
        STATES.forEach(
                (name, history) -> assertEquals(name, fold(history).getClass().getSimpleName()));
        Set<String> commands = names(MeetingCommand.class.getPermittedSubclasses());
        commands.remove("InMeeting");
        commands.addAll(names(MeetingCommand.InMeeting.class.getPermittedSubclasses()));
        assertEquals(
                commands, names(COMMANDS.values().stream().map(Object::getClass).toArray(Class<?>[]::new)));
    }

    private static String outcome(String state, String command) {
        MeetingContext context = LATER_COMMANDS.contains(command)
                ? new MeetingContext(NOW.plus(TimeLimits.UNCHANGED).plus(Forgetfulness.KEPT))
                : CONTEXT;
        return switch (DECIDER.decide(fold(STATES.get(state)), COMMANDS.get(command), context)) {
            case Decision.Refused<MeetingEvent, MeetingRefusal, MeetingAnswer>(MeetingRefusal reason) ->
                "!" + reason.getClass().getSimpleName();
            case Decision.Accepted<MeetingEvent, MeetingRefusal, MeetingAnswer> it ->
                it.events().isEmpty()
                        ? "-"
                        : it.events().stream()
                                .map(event -> event.getClass().getSimpleName())
                                .collect(joining(" "));
        };
    }

    private static Meeting fold(MeetingEvent... history) {
        return Stream.of(history).reduce(DECIDER.initial(), DECIDER::evolve, (one, other) -> other);
    }

    private static Set<String> names(Class<?>[] types) {
        return Arrays.stream(types).map(Class::getSimpleName).collect(Collectors.toSet());
    }
}

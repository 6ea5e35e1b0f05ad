package dev.foyer.meeting.process;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.MeetingDecider;
import dev.foyer.meeting.domain.MeetingEvent;
import dev.foyer.meeting.domain.MeetingEvent.IgnoreReason;
import dev.foyer.meeting.domain.MeetingEvent.VerificationIgnored;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotFound;
import dev.foyer.meeting.domain.bridge.BridgeAnswer;
import dev.foyer.meeting.domain.bridge.BridgeCommand;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegCommand;
import dev.foyer.meeting.domain.numbering.ChoiceEvent;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What overtakes the enabling of its user waits for it; what is known does not wait. */
class PinEventsCatchUpTest {

    private static final String ID = "4711007";
    private static final CommandMeta META = new CommandMeta("event-1", "correlation-1", Actor.service("test"));
    private static final StartByOrganizer RIGHT_PIN = new StartByOrganizer(CONTOSO, AMOS, "c-1", NOW, false);

    private final OneMeeting meeting = new OneMeeting();
    private final PinEventsCatchUp catchUp = new PinEventsCatchUp();

    PinEventsCatchUpTest() {
        catchUp.meetings = meeting;
    }

    @Test
    @Tag("E4")
    void aRightPinThatOvertookTheEnablingStartsTheMeeting() {
        meeting.readMeanwhile = List.of(personal());
        await(catchUp.start(ID, RIGHT_PIN, META));
        assertEquals(List.of(personal(), startedByPin("c-1")), meeting.events);
    }

    @Test
    @Tag("E4")
    void aRightPinForAnUnknownMeetingIsReportedOnlyWhenEverythingIsRead() {
        meeting.caughtUp = false;
        var failed = assertThrows(CompletionException.class, () -> await(catchUp.start(ID, RIGHT_PIN, META)));
        assertInstanceOf(Unavailable.class, failed.getCause());
        assertEquals(List.of(), meeting.events);

        meeting.caughtUp = true;
        await(catchUp.start(ID, RIGHT_PIN, META));
        assertEquals(
                List.of(new VerificationIgnored(CONTOSO, "c-1", IgnoreReason.UNKNOWN_MEETING, NOW)), meeting.events);
    }

    @Test
    @Tag("E4")
    void aRightPinForTheOrganizersMeetingAsksNobody() {
        meeting.happened(List.of(personal()));
        await(catchUp.start(ID, RIGHT_PIN, META));
        assertEquals(List.of(personal(), startedByPin("c-1")), meeting.events);
        assertEquals(0, meeting.asked);
    }

    @Test
    @Tag("C1")
    void aCallerWhoIsFasterThanTheEnablingIsLetIntoTheLobby() {
        meeting.readMeanwhile = List.of(personal());
        var done = assertInstanceOf(Reply.Done.class, await(catchUp.submit(ID, dialIn("c-1"), META)));
        assertEquals(new MeetingAnswer.InLobby(), done.answer());
    }

    @Test
    @Tag("C1")
    void aCallerIsAnsweredAlsoWhenWeAreBehind() {
        meeting.caughtUp = false;
        var refused = assertInstanceOf(Reply.Refused.class, await(catchUp.submit(ID, dialIn("c-1"), META)));
        assertEquals(new MeetingNotFound(), refused.reason());
    }

    private static Reply<MeetingRefusal, MeetingAnswer> await(
            CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> reply) {
        return reply.toCompletableFuture().join();
    }

    /** One meeting in memory, decided by the real rules; what is read while somebody waits is said before. */
    private static final class OneMeeting implements Meetings {
        private final MeetingDecider decider = new MeetingDecider();
        private final List<MeetingEvent> events = new ArrayList<>();
        private Meeting state = decider.initial();
        private List<MeetingEvent> readMeanwhile = List.of();
        private boolean caughtUp = true;
        private int asked;

        @Override
        public CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> submit(
                String conferenceId, MeetingCommand command, CommandMeta meta) {
            return CompletableFuture.completedFuture(
                    switch (decider.decide(state, command, CONTEXT)) {
                        case Decision.Refused<MeetingEvent, MeetingRefusal, MeetingAnswer>(MeetingRefusal reason) ->
                            new Reply.Refused<>(reason);
                        case Decision.Accepted<MeetingEvent, MeetingRefusal, MeetingAnswer> it -> {
                            happened(it.events());
                            yield new Reply.Done<>(it.answer(), List.of(), false);
                        }
                    });
        }

        @Override
        public CompletionStage<Reply<MeetingRefusal, LegAnswer>> ofLeg(
                String leg, LegCommand command, CommandMeta meta) {
            throw new UnsupportedOperationException("Nobody moves here");
        }

        @Override
        public CompletionStage<Reply<MeetingRefusal, BridgeAnswer>> ofBridge(
                String bridge, BridgeCommand command, CommandMeta meta) {
            throw new UnsupportedOperationException("Nobody is silent here");
        }

        @Override
        public CompletionStage<Reply<MeetingRefusal, ChoiceEvent>> choose(
                String request, ChooseConferenceId command, CommandMeta meta) {
            throw new UnsupportedOperationException("Nothing is scheduled here");
        }

        @Override
        public CompletionStage<Boolean> pinEventsCaughtUp() {
            asked++;
            happened(readMeanwhile);
            return CompletableFuture.completedFuture(caughtUp);
        }

        private void happened(List<MeetingEvent> more) {
            events.addAll(more);
            state = more.stream().reduce(state, decider::evolve, (one, other) -> other);
        }
    }
}

package dev.foyer.eventsourcing.deadletters;

import static dev.foyer.eventsourcing.testing.DeciderTester.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Roles;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.eventsourcing.deadletters.DeadLetterAnswer.Begun;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand.Discard;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand.EndReplay;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand.Replay;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand.SettleLetter;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.LetterDiscarded;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.LetterForgotten;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.ReplayBegun;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.ReplayContinued;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.ReplayEnded;
import dev.foyer.eventsourcing.deadletters.DeadLetterRefusal.AlreadyDiscarded;
import dev.foyer.eventsourcing.deadletters.DeadLetterRefusal.AlreadyReplayed;
import dev.foyer.eventsourcing.deadletters.DeadLetterRefusal.BeingReplayed;
import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.eventsourcing.testing.WireCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A letter is replayed by one at a time and handled once; what is buried again waits for somebody to ask again. */
@Tag("F")
class DeadLetterDeciderTest {

    private static final Instant NOW = Instant.parse("2026-11-27T13:15:30Z");
    private static final Instant DUE = NOW.plusSeconds(15);
    private static final Actor ADMIN = new Actor("admin", Roles.ADMIN, "u-1");
    private static final LetterPlace PLACE = new LetterPlace(1, 17, "in.contoso.com.directory", 2, 4711);
    private static final Asked ASKED = new Asked(ADMIN, "c-1", "r-1", "INC-1");
    private static final ReplayBegun BEGUN = new ReplayBegun(PLACE, 1, ASKED, DUE, NOW);
    private static final ReplayEnded HANDLED = new ReplayEnded(1, null, NOW);
    private static final ReplayEnded BURIED = new ReplayEnded(1, "There is no such user.", NOW);
    private static final LetterDiscarded DISCARDED = new LetterDiscarded(PLACE, "of a test", NOW);
    private static final Replay REPLAY = new Replay(PLACE, "INC-1");
    private static final Discard DISCARD = new Discard(PLACE, "of a test");

    @Test
    void whatNobodyTouchedIsReplayed() {
        var tester = asked(List.of(), REPLAY);
        tester.thenEvents(BEGUN);
        assertEquals(new Begun(1), tester.answer());
    }

    @Test
    void whileItGoesOnNobodyElseReplaysOrDiscardsIt() {
        asked(List.of(BEGUN), REPLAY).thenRefused(new BeingReplayed());
        asked(List.of(BEGUN), DISCARD).thenRefused(new BeingReplayed());
    }

    @Test
    void whatWasHandledIsNotHandledAgain() {
        asked(List.of(BEGUN, HANDLED), REPLAY).thenRefused(new AlreadyReplayed());
        asked(List.of(BEGUN, HANDLED), DISCARD).thenRefused(new AlreadyReplayed());
    }

    @Test
    void whatIsBuriedAgainMayBeReplayedAgainUnderAnotherNumber() {
        asked(List.of(BEGUN, BURIED), REPLAY).thenEvents(new ReplayBegun(PLACE, 2, ASKED, DUE, NOW));
        asked(List.of(BEGUN, BURIED), DISCARD).thenEvents(DISCARDED);
    }

    @Test
    void whatIsDiscardedStaysSo() {
        asked(List.of(), DISCARD).thenEvents(DISCARDED);
        asked(List.of(DISCARDED), REPLAY).thenRefused(new AlreadyDiscarded());
        asked(List.of(DISCARDED), DISCARD).thenRefused(new AlreadyDiscarded());
    }

    @Test
    void anAttemptEndsOnce() {
        asked(List.of(BEGUN), new EndReplay(1, null)).thenEvents(HANDLED);
        asked(List.of(BEGUN), new EndReplay(1, BURIED.why())).thenEvents(BURIED);
        asked(List.of(BEGUN, HANDLED), new EndReplay(1, "late")).thenEvents();
        ReplayBegun second = new ReplayBegun(PLACE, 2, ASKED, DUE, NOW);
        asked(List.of(BEGUN, BURIED, second), new EndReplay(1, null)).thenEvents();
    }

    @Test
    void anAttemptThatNobodyEndedIsBegunAgainWithGrowingWaits() {
        given(new DeadLetterDecider(), List.<DeadLetterEvent>of(BEGUN))
                .when(new SettleLetter(), at(DUE.minusMillis(1)))
                .thenEvents();
        ReplayContinued first = new ReplayContinued(DUE.plusSeconds(30), DUE);
        given(new DeadLetterDecider(), List.<DeadLetterEvent>of(BEGUN))
                .when(new SettleLetter(), at(DUE))
                .thenEvents(first);
        given(new DeadLetterDecider(), List.<DeadLetterEvent>of(BEGUN, first))
                .when(new SettleLetter(), at(first.due()))
                .thenEvents(new ReplayContinued(first.due().plusSeconds(60), first.due()));
        assertEquals(Duration.ofMinutes(16), Duration.between(NOW, DeadLetterTimers.next(99, NOW)));
    }

    /** What its handler needs may never come: then it is somebody's to decide again. */
    @Test
    @Tag("case-L5")
    void anAttemptEndsAfterADay() {
        List<DeadLetterEvent> events = new ArrayList<>(List.of(BEGUN));
        Instant due = DUE;
        while (events.size() < DeadLetterTimers.MOST_TRIES) {
            Instant now = due;
            due = DeadLetterTimers.next(events.size() + 1, now);
            ReplayContinued next = new ReplayContinued(due, now);
            given(new DeadLetterDecider(), List.copyOf(events))
                    .when(new SettleLetter(), at(now))
                    .thenEvents(next);
            events.add(next);
        }
        assertEquals(1, Duration.between(NOW, due).toDays());
        ReplayEnded ended = new ReplayEnded(1, DeadLetterDecider.TRIED_LONG_ENOUGH, due);
        given(new DeadLetterDecider(), List.copyOf(events))
                .when(new SettleLetter(), at(due))
                .thenEvents(ended);
        events.add(ended);
        given(new DeadLetterDecider(), List.copyOf(events))
                .when(DISCARD, at(NOW))
                .thenEvents(DISCARDED);
    }

    @Test
    void whatIsSettledIsForgottenWhenTheLetterIsLongGone() {
        Instant gone = NOW.plus(DeadLetter.KEPT);
        for (List<DeadLetterEvent> settled :
                List.<List<DeadLetterEvent>>of(List.of(BEGUN, HANDLED), List.of(BEGUN, BURIED), List.of(DISCARDED))) {
            given(new DeadLetterDecider(), settled)
                    .when(new SettleLetter(), at(gone.minusMillis(1)))
                    .thenEvents();
            given(new DeadLetterDecider(), settled)
                    .when(new SettleLetter(), at(gone))
                    .thenEvents(new LetterForgotten(gone));
        }
        assertTrue(new DeadLetterDecider().isOver(new DeadLetter.Untouched()));
    }

    @Test
    void whatCannotFollowIsABrokenJournal() {
        DeadLetterDecider decider = new DeadLetterDecider();
        assertThrows(ImpossibleEvent.class, () -> decider.evolve(new DeadLetter.Untouched(), HANDLED));
        assertThrows(ImpossibleEvent.class, () -> decider.evolve(new DeadLetter.Replayed(1, NOW), BEGUN));
        assertThrows(ImpossibleEvent.class, () -> decider.evolve(new DeadLetter.Discarded(NOW), DISCARDED));
    }

    @Test
    void aTenantsAdministratorsAskAboutItsLettersAndAnOperatorAboutTheOthers() {
        assertEquals(Set.of(Roles.ADMIN), DeadLetterType.askers("contoso.com/9f86", REPLAY));
        assertEquals(Set.of(Roles.OPERATOR), DeadLetterType.askers("-/9f86", DISCARD));
        assertEquals(Set.of(), DeadLetterType.askers("contoso.com/9f86", new EndReplay(1, null)));
        assertEquals(Set.of(), DeadLetterType.askers("contoso.com/9f86", new SettleLetter()));
    }

    @Test
    void whatInstancesSayArrives() {
        WireCheck.arrives(
                DeadLetter.class,
                DeadLetterType.WIRE.states(),
                new DeadLetter.Untouched(),
                new DeadLetter.Replaying(PLACE, 2, ASKED, 3, DUE),
                new DeadLetter.BuriedAgain(2, "why", NOW),
                new DeadLetter.Replayed(1, NOW),
                new DeadLetter.Discarded(NOW));
        WireCheck.arrives(
                DeadLetterCommand.class,
                DeadLetterType.WIRE.commands(),
                REPLAY,
                new Replay(PLACE, null),
                DISCARD,
                new EndReplay(1, null),
                new EndReplay(1, "why"),
                new SettleLetter());
        WireCheck.arrives(
                DeadLetterRefusal.class,
                DeadLetterType.WIRE.refusals(),
                new BeingReplayed(),
                new AlreadyReplayed(),
                new AlreadyDiscarded());
        WireCheck.arrives(
                DeadLetterAnswer.class, DeadLetterType.WIRE.answers(), new Begun(2), new DeadLetterAnswer.Noted());
    }

    private static DeciderTester<
                    DeadLetter,
                    DeadLetterCommand,
                    DeadLetterEvent,
                    DeadLetterRefusal,
                    DeadLetterAnswer,
                    DeadLetterContext>
            asked(List<DeadLetterEvent> before, DeadLetterCommand command) {
        return given(new DeadLetterDecider(), before).when(command, at(NOW));
    }

    private static DeadLetterContext at(Instant now) {
        return new DeadLetterContext(now, new CommandMeta("c-1", "r-1", ADMIN));
    }
}

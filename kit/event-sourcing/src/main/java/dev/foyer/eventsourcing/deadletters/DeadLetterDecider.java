package dev.foyer.eventsourcing.deadletters;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.eventsourcing.deadletters.DeadLetter.BuriedAgain;
import dev.foyer.eventsourcing.deadletters.DeadLetter.Discarded;
import dev.foyer.eventsourcing.deadletters.DeadLetter.Replayed;
import dev.foyer.eventsourcing.deadletters.DeadLetter.Replaying;
import dev.foyer.eventsourcing.deadletters.DeadLetter.Untouched;
import dev.foyer.eventsourcing.deadletters.DeadLetterAnswer.Begun;
import dev.foyer.eventsourcing.deadletters.DeadLetterAnswer.Noted;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand.Discard;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand.EndReplay;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand.Replay;
import dev.foyer.eventsourcing.deadletters.DeadLetterCommand.SettleLetter;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.LetterDiscarded;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.LetterForgotten;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.ReplayBegun;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.ReplayContinued;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent.ReplayEnded;

/**
 * A letter is replayed by one at a time and handled once; one that is buried again waits for somebody to ask again, so that nothing
 * goes round by itself.
 */
public final class DeadLetterDecider
        implements Decider<
                        DeadLetter,
                        DeadLetterCommand,
                        DeadLetterEvent,
                        DeadLetterRefusal,
                        DeadLetterAnswer,
                        DeadLetterContext>,
                Forgetting<DeadLetter> {

    private static final DeadLetter NOTHING = new Untouched();

    /** Nothing is tried without an end, and nobody could discard it meanwhile. */
    static final String TRIED_LONG_ENOUGH =
            "It was tried for a day, and what it needs was away each time; replay it again when"
                    + " that is there, or discard the letter.";

    @Override
    public DeadLetter initial() {
        return NOTHING;
    }

    @Override
    public Decision<DeadLetterEvent, DeadLetterRefusal, DeadLetterAnswer> decide(
            DeadLetter letter, DeadLetterCommand command, DeadLetterContext context) {
        return switch (command) {
            case Replay replay -> replay(letter, replay, context);
            case Discard discard -> discard(letter, discard, context);
            case EndReplay(int attempt, String why) ->
                letter instanceof Replaying replaying && replaying.attempt() == attempt
                        ? Decision.accept(new Noted(), new ReplayEnded(attempt, why, context.now()))
                        : Decision.accept(new Noted());
            case SettleLetter() -> settle(letter, context);
        };
    }

    private static Decision<DeadLetterEvent, DeadLetterRefusal, DeadLetterAnswer> replay(
            DeadLetter letter, Replay wanted, DeadLetterContext context) {
        return switch (letter) {
            case Untouched() -> begin(1, wanted, context);
            case BuriedAgain(int attempt, var why, var at) -> begin(attempt + 1, wanted, context);
            case Replaying _ -> Decision.refuse(new DeadLetterRefusal.BeingReplayed());
            case Replayed _ -> Decision.refuse(new DeadLetterRefusal.AlreadyReplayed());
            case Discarded _ -> Decision.refuse(new DeadLetterRefusal.AlreadyDiscarded());
        };
    }

    private static Decision<DeadLetterEvent, DeadLetterRefusal, DeadLetterAnswer> begin(
            int attempt, Replay wanted, DeadLetterContext context) {
        Asked asked = new Asked(
                context.meta().actor(),
                context.meta().commandId(),
                context.meta().correlationId(),
                wanted.reason());
        return Decision.accept(
                new Begun(attempt),
                new ReplayBegun(
                        wanted.place(), attempt, asked, DeadLetterTimers.next(1, context.now()), context.now()));
    }

    private static Decision<DeadLetterEvent, DeadLetterRefusal, DeadLetterAnswer> discard(
            DeadLetter letter, Discard wanted, DeadLetterContext context) {
        return switch (letter) {
            case Untouched _, BuriedAgain _ ->
                Decision.accept(new Noted(), new LetterDiscarded(wanted.place(), wanted.reason(), context.now()));
            case Replaying _ -> Decision.refuse(new DeadLetterRefusal.BeingReplayed());
            case Replayed _ -> Decision.refuse(new DeadLetterRefusal.AlreadyReplayed());
            case Discarded _ -> Decision.refuse(new DeadLetterRefusal.AlreadyDiscarded());
        };
    }

    private static Decision<DeadLetterEvent, DeadLetterRefusal, DeadLetterAnswer> settle(
            DeadLetter letter, DeadLetterContext context) {
        boolean due = DeadLetterTimers.dueAt(letter)
                .filter(at -> !context.now().isBefore(at))
                .isPresent();
        if (!due) {
            return Decision.accept(new Noted());
        }
        return Decision.accept(
                new Noted(),
                switch (letter) {
                    case Replaying replaying
                    when replaying.tries() >= DeadLetterTimers.MOST_TRIES ->
                        new ReplayEnded(replaying.attempt(), TRIED_LONG_ENOUGH, context.now());
                    case Replaying replaying ->
                        new ReplayContinued(DeadLetterTimers.next(replaying.tries() + 1, context.now()), context.now());
                    case Untouched _, BuriedAgain _, Replayed _, Discarded _ -> new LetterForgotten(context.now());
                });
    }

    @Override
    public DeadLetter evolve(DeadLetter letter, DeadLetterEvent event) {
        return switch (event) {
            case ReplayBegun(var place, int attempt, Asked asked, var due, var at)
            when waits(letter) -> new Replaying(place, attempt, asked, 1, due);
            case ReplayContinued(var due, var at)
            when letter instanceof Replaying was ->
                new Replaying(was.place(), was.attempt(), was.asked(), was.tries() + 1, due);
            case ReplayEnded(int attempt, String why, var at)
            when letter instanceof Replaying ->
                why == null ? new Replayed(attempt, at) : new BuriedAgain(attempt, why, at);
            case LetterDiscarded(var place, var reason, var at) when waits(letter) -> new Discarded(at);
            case LetterForgotten _ -> NOTHING;
            case ReplayBegun _, ReplayContinued _, ReplayEnded _, LetterDiscarded _ ->
                throw new ImpossibleEvent(letter, event);
        };
    }

    /** For somebody who does something about it. */
    private static boolean waits(DeadLetter letter) {
        return letter instanceof Untouched || letter instanceof BuriedAgain;
    }

    @Override
    public boolean isOver(DeadLetter letter) {
        return letter instanceof Untouched;
    }
}

package dev.foyer.eventsourcing.deadletters;

import dev.foyer.eventsourcing.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An attempt that nobody ended, because somebody died or was away, is begun again; what is long settled is forgotten. */
public final class DeadLetterTimers implements Timers<DeadLetter, DeadLetterCommand> {

    /** A day of them, by waits that grow. */
    static final int MOST_TRIES = 96;

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final int LARGEST_SHIFT = 6;

    /** Of the attempt that is begun for the so many-th time: waits grow, to a quarter of an hour. */
    static Instant next(int tries, Instant now) {
        return now.plus(FIRST.multipliedBy(1L << Math.min(LARGEST_SHIFT, tries - 1)));
    }

    static Optional<Instant> dueAt(DeadLetter letter) {
        return switch (letter) {
            case DeadLetter.Untouched _ -> Optional.empty();
            case DeadLetter.Replaying replaying -> Optional.of(replaying.due());
            case DeadLetter.BuriedAgain buried -> Optional.of(buried.at().plus(DeadLetter.KEPT));
            case DeadLetter.Replayed replayed -> Optional.of(replayed.at().plus(DeadLetter.KEPT));
            case DeadLetter.Discarded discarded -> Optional.of(discarded.at().plus(DeadLetter.KEPT));
        };
    }

    @Override
    public Optional<Instant> due(DeadLetter state) {
        return dueAt(state);
    }

    @Override
    public DeadLetterCommand command(DeadLetter state) {
        return new DeadLetterCommand.SettleLetter();
    }
}

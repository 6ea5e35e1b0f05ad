package dev.foyer.eventsourcing.deadletters;

import java.time.Duration;
import java.time.Instant;

/** What became of a dead letter. Immutable. */
public sealed interface DeadLetter {

    /** Longer than letters are kept: nobody can ask anything of one that is gone. */
    Duration KEPT = Duration.ofDays(40);

    /** Nobody did anything about it, or it is forgotten. */
    record Untouched() implements DeadLetter {}

    /**
     * It is being handled again.
     *
     * @param attempt counted from 1; each is a request of its own
     * @param tries how often it was begun, because something was away
     * @param due when it is looked after again, if it has not ended by then
     */
    record Replaying(LetterPlace place, int attempt, Asked asked, int tries, Instant due) implements DeadLetter {

        /** Names this attempt for all that it makes. */
        public String replay(String id) {
            return "replay-" + id + "-" + attempt;
        }
    }

    /** It could not be used this time either. @param why a sentence that says what to do */
    record BuriedAgain(int attempt, String why, Instant at) implements DeadLetter {}

    /** Handled after all. */
    record Replayed(int attempt, Instant at) implements DeadLetter {}

    /** Somebody said that nothing is to be done about it. */
    record Discarded(Instant at) implements DeadLetter {}
}

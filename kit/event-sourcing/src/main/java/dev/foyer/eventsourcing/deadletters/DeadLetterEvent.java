package dev.foyer.eventsourcing.deadletters;

import java.time.Instant;

/** What happened to a dead letter. */
public sealed interface DeadLetterEvent {

    /** Somebody wants it handled again. @param due when it is looked after again, if it has not ended by then */
    record ReplayBegun(LetterPlace place, int attempt, Asked asked, Instant due, Instant at)
            implements DeadLetterEvent {}

    /** Something was away, or we were: the same attempt once more. */
    record ReplayContinued(Instant due, Instant at) implements DeadLetterEvent {}

    /** @param why it could not be used this time either; {@code null}: it was handled */
    record ReplayEnded(int attempt, String why, Instant at) implements DeadLetterEvent {}

    /** Nothing is to be done about it. */
    record LetterDiscarded(LetterPlace place, String reason, Instant at) implements DeadLetterEvent {}

    /** The letter itself is gone by now. */
    record LetterForgotten(Instant at) implements DeadLetterEvent {}
}

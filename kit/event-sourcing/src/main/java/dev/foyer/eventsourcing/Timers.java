package dev.foyer.eventsourcing;

import java.time.Instant;
import java.util.Optional;

/**
 * Time limits as commands: the owner of an aggregate submits {@link #command} when {@link #due} has come. A timer never
 * touches state; the decider decides its command like any other, and may refuse it. Pure, and called by the owner's
 * thread for each new state, so it must be quick.
 *
 * <p>Times are exact after a recovery too: they are a function of the state. A timer whose command left the due time as
 * it was is not fired again until the state changes.
 */
public interface Timers<S, C> {

    /** When this state wants to be woken next, or nothing. A time that has passed means at once. */
    Optional<Instant> due(S state);

    /** What is then asked of it; called only for states with a due time. */
    C command(S state);

    /** For aggregates without time limits. */
    static <S, C> Timers<S, C> none() {
        return new Timers<>() {
            @Override
            public Optional<Instant> due(S state) {
                return Optional.empty();
            }

            @Override
            public C command(S state) {
                throw new IllegalStateException("A state without a due time was woken");
            }
        };
    }
}

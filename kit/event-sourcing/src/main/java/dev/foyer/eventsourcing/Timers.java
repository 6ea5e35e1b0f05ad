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
 *
 * <p>Some limits also go by what lies outside of the aggregate, such as a setting of its tenant. They override
 * {@link #due(String, Object)} and tell by {@link #edition} that times may have become others.
 */
public interface Timers<S, C> {

    /** When this state wants to be woken next, or nothing. A time that has passed means at once. */
    Optional<Instant> due(S state);

    /** The same of a known aggregate; this is what its owner asks. */
    default Optional<Instant> due(String aggregateId, S state) {
        return due(state);
    }

    /**
     * Another number whenever {@link #due(String, Object)} may say something else of a state that has not changed; the owner of
     * each partition asks anew for all its aggregates of the type then, and once when it begins. 0 is for those of which that is
     * never so, and for a time in which nothing better is known yet than the times of before: nobody is asked anew then, and a timer
     * that is too early must be for a command that finds nothing to do. Thread-safe, and asked some ten times a second.
     */
    default long edition() {
        return 0;
    }

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

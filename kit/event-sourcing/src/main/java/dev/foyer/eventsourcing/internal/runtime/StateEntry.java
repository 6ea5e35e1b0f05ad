package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.AggregateType;
import java.time.Instant;
import java.util.Optional;

/** What a partition's memory keeps of one aggregate: the aggregate itself, or the snapshot that nobody has needed yet. */
sealed interface StateEntry {

    /** {@link #due} of an aggregate without a timer. */
    long NEVER = Long.MAX_VALUE;

    /** Number of events so far; the next event gets {@code sequence + 1}. */
    long sequence();

    /** When a timer wakes it, in milliseconds since the epoch, or {@link #NEVER}. */
    long due();

    /** Whether the latest snapshot of it says the same. */
    boolean saved();

    /** The next full millisecond: woken within the one before it, a decider could find that the time has not come. */
    private static long wakingAt(Instant due) {
        return due.plusNanos(999_999).toEpochMilli();
    }

    /**
     * One aggregate. Immutable, so that a command which fails half-way leaves nothing behind.
     *
     * @param recent the last command ids and what they were answered
     */
    record Aggregate<S>(S state, long sequence, RecentCommands recent, long due, boolean saved) implements StateEntry {

        /** The state of an aggregate that nobody has heard of. */
        static <S> Aggregate<S> fresh(AggregateType<S, ?, ?, ?, ?, ?> type) {
            return new Aggregate<>(type.decider().initial(), 0, RecentCommands.NONE, NEVER, false);
        }

        /** The same with a later state. */
        Aggregate<S> then(AggregateType<S, ?, ?, ?, ?, ?> type, S next, long nextSequence, RecentCommands nextRecent) {
            Optional<Instant> nextDue = type.timers().due(next);
            return new Aggregate<>(
                    next, nextSequence, nextRecent, nextDue.isPresent() ? wakingAt(nextDue.get()) : NEVER, false);
        }

        Aggregate<S> asSaved() {
            return new Aggregate<>(state, sequence, recent, due, true);
        }
    }

    /**
     * A snapshot as it lies in the topic. It is deserialized lazily, at the first access: most of a million aggregates are
     * not accessed for hours, and a recovery need not wait for them.
     */
    record Serialized(byte[] bytes, long sequence, long due) implements StateEntry {
        @Override
        public boolean saved() {
            return true;
        }
    }
}

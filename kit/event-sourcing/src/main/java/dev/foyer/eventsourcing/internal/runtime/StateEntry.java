package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Forgetting;
import java.time.Instant;
import java.util.Optional;

/** What a partition's memory keeps of one aggregate: the aggregate itself, or the snapshot that nobody has needed yet. */
sealed interface StateEntry {

    /** {@link #due} of an aggregate without a timer. */
    long NEVER = Long.MAX_VALUE;

    /** {@link #due} of an aggregate that is over. */
    long OVER = Long.MIN_VALUE;

    /**
     * Of aggregates that end, each life has room for so many events: their sequences begin with the time, so that they grow
     * from one life to the next without anybody remembering.
     */
    int EVENTS_OF_A_LIFE = 1 << 20;

    /** Number of events so far, behind where its life began; the next event gets {@code sequence + 1}. */
    long sequence();

    /** When a timer wakes it, in milliseconds since the epoch, or {@link #NEVER}, or {@link #OVER}. */
    long due();

    /** Whether the latest snapshot of it says the same. */
    boolean saved();

    /** The next full millisecond: woken within the one before it, a decider could find that the time has not come. */
    private static long wakingAt(Instant due) {
        return due.plusNanos(999_999).toEpochMilli();
    }

    /** Whether an event with this sequence can be the first of an aggregate. */
    static boolean isFirst(AggregateType<?, ?, ?, ?, ?, ?> type, long sequence) {
        return sequence == 1 || type.decider() instanceof Forgetting<?> && sequence % EVENTS_OF_A_LIFE == 1;
    }

    /** The aggregate; a fresh one for {@code null}. */
    @SuppressWarnings("unchecked") // it is of that type
    static <S> Aggregate<S> deserialized(AggregateType<S, ?, ?, ?, ?, ?> type, StateEntry entry) {
        return switch (entry) {
            case null -> Aggregate.fresh(type);
            case Aggregate<?> aggregate -> (Aggregate<S>) aggregate;
            case Serialized serialized -> SnapshotRecord.deserialize(type, serialized);
        };
    }

    /** Whether an aggregate in this state is over. */
    @SuppressWarnings("unchecked") // it is the decider of such states
    static <S> boolean isOver(AggregateType<S, ?, ?, ?, ?, ?> type, S state) {
        return type.decider() instanceof Forgetting<?> forgetting && ((Forgetting<S>) forgetting).isOver(state);
    }

    /**
     * One aggregate. Immutable, so that a command which fails half-way leaves nothing behind.
     *
     * @param lastMillis when its last event was, in milliseconds since the epoch; 0: there was none. Never smaller than before
     * @param recent the last command ids and what they were answered
     */
    record Aggregate<S>(S state, long sequence, long lastMillis, RecentCommands recent, long due, boolean saved)
            implements StateEntry {

        /** The state of an aggregate that nobody has heard of. */
        static <S> Aggregate<S> fresh(AggregateType<S, ?, ?, ?, ?, ?> type) {
            return new Aggregate<>(type.decider().initial(), 0, 0, RecentCommands.NONE, NEVER, false);
        }

        /**
         * The same, to be changed now for the first time.
         *
         * @param lastEnd the largest sequence at which any life in this partition ended: the time may have been set back since
         */
        static <S> Aggregate<S> fresh(AggregateType<S, ?, ?, ?, ?, ?> type, Instant now, long lastEnd) {
            if (!(type.decider() instanceof Forgetting<?>)) {
                return fresh(type);
            }
            long life = Math.max(now.toEpochMilli(), lastEnd / EVENTS_OF_A_LIFE + 1);
            return new Aggregate<>(
                    type.decider().initial(), life * EVENTS_OF_A_LIFE, 0, RecentCommands.NONE, NEVER, false);
        }

        /** One that is over, for its snapshot. */
        static <S> Aggregate<S> over(AggregateType<S, ?, ?, ?, ?, ?> type, long last) {
            return new Aggregate<>(type.decider().initial(), last, 0, RecentCommands.NONE, OVER, false);
        }

        boolean isOver() {
            return due == OVER;
        }

        /** What time it is for this aggregate: never before its last event, whatever the clock says. */
        Instant time(Instant now) {
            return now.toEpochMilli() < lastMillis ? Instant.ofEpochMilli(lastMillis) : now;
        }

        /**
         * The same with a later state.
         *
         * @param id of the aggregate
         */
        Aggregate<S> then(
                AggregateType<S, ?, ?, ?, ?, ?> type,
                String id,
                S next,
                long nextSequence,
                long millis,
                RecentCommands nextRecent) {
            long nextMillis = Math.max(lastMillis, millis);
            if (StateEntry.isOver(type, next)) {
                return new Aggregate<>(next, nextSequence, nextMillis, nextRecent, OVER, false);
            }
            return new Aggregate<>(next, nextSequence, nextMillis, nextRecent, dueOf(type, id, next), false);
        }

        /** The same as its timers say now; the snapshot of it is as good as before, since every owner asks them when it begins. */
        Aggregate<S> wokenAnew(AggregateType<S, ?, ?, ?, ?, ?> type, String id) {
            return new Aggregate<>(state, sequence, lastMillis, recent, dueOf(type, id, state), saved);
        }

        private static <S> long dueOf(AggregateType<S, ?, ?, ?, ?, ?> type, String id, S state) {
            Optional<Instant> due = type.timers().due(id, state);
            return due.isPresent() ? wakingAt(due.get()) : NEVER;
        }

        Aggregate<S> asSaved() {
            return new Aggregate<>(state, sequence, lastMillis, recent, due, true);
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

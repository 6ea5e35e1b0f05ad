package dev.foyer.meeting.domain.leg;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One call leg. Each time it goes to another conference, and when it hangs up, it gets a new turn; a meeting takes it in by
 * its newest turn only. Immutable.
 */
public sealed interface Leg {

    /** Nobody has heard of it, or need know that it was heard of. */
    record Nowhere() implements Leg {}

    /**
     * It was sent to a conference, which may have let it in, have ended since, or not exist.
     *
     * @param turn larger than all before, also of a leg of this id that was forgotten: not less than the time in milliseconds
     * @param toLeave conferences that may still have it from before, each with the turn of then
     */
    record At(String conferenceId, long turn, Map<String, Long> toLeave, Instant since, Told told, Line line)
            implements Leg {

        /** Of which a topic said nothing. */
        public At(String conferenceId, long turn, Map<String, Long> toLeave, Instant since) {
            this(conferenceId, turn, toLeave, since, Told.NOTHING, Line.NONE);
        }

        At with(Told other) {
            return new At(conferenceId, turn, toLeave, since, other, line);
        }

        At with(Line other) {
            return new At(conferenceId, turn, toLeave, since, told, other);
        }

        At remaining(Map<String, Long> rest, Instant at) {
            return new At(conferenceId, turn, rest, at, told, line);
        }
    }

    /**
     * It hung up, and comes back only by news from its bridge's topic that are newer.
     *
     * @param turn and {@code toLeave}: as of {@link At}
     * @param silent nobody said so; nothing was heard of it any more
     */
    record HungUp(long turn, Map<String, Long> toLeave, Instant since, Told told, boolean silent) implements Leg {

        /** Somebody said so. */
        public HungUp(long turn, Map<String, Long> toLeave, Instant since, Told told) {
            this(turn, toLeave, since, told, false);
        }

        /** For good. */
        public HungUp(long turn, Map<String, Long> toLeave, Instant since) {
            this(turn, toLeave, since, Told.NOTHING.withEnd());
        }
    }

    /** Of {@link At} and {@link HungUp}; 0 of nobody. */
    default long lastTurn() {
        return switch (this) {
            case Nowhere() -> 0;
            case At it -> it.turn();
            case HungUp it -> it.turn();
        };
    }

    /** What was said of it over a topic. */
    default Told heard() {
        return switch (this) {
            case Nowhere() -> Told.NOTHING;
            case At it -> it.told();
            case HungUp it -> it.told();
        };
    }

    /** Whether its bridge still has it. */
    default Line ofBridge() {
        return this instanceof At it ? it.line() : Line.NONE;
    }

    /** What has to be left before it may enter where it goes. */
    default Map<String, Long> remaining() {
        return switch (this) {
            case Nowhere() -> Map.of();
            case At it -> it.toLeave();
            case HungUp it -> it.toLeave();
        };
    }

    /** The same, with where it is by now. */
    default Map<String, Long> remainingWithHere() {
        return switch (this) {
            case Nowhere() -> Map.of();
            case At it -> {
                Map<String, Long> all = new TreeMap<>(it.toLeave());
                all.put(it.conferenceId(), it.turn());
                yield Collections.unmodifiableMap(all);
            }
            case HungUp it -> it.toLeave();
        };
    }
}

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
    record At(String conferenceId, long turn, Map<String, Long> toLeave, Instant since) implements Leg {}

    /**
     * It hung up, and does not come back.
     *
     * @param turn and {@code toLeave}: as of {@link At}
     */
    record HungUp(long turn, Map<String, Long> toLeave, Instant since) implements Leg {}

    /** Of {@link At} and {@link HungUp}; 0 of nobody. */
    default long lastTurn() {
        return switch (this) {
            case Nowhere() -> 0;
            case At it -> it.turn();
            case HungUp it -> it.turn();
        };
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

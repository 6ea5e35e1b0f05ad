package dev.foyer.meeting.domain.leg;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether the bridge of a leg still has it (E6): what it was last heard by, and whether its bridge sends heartbeats at all. Who
 * never sends one is exempt. After a silence it is questioned first, and has left only when nothing is heard for a while after that:
 * a time in which we could not hear, and our own start, throw nobody out. Immutable.
 *
 * @param bridge that brought it; {@code null} before format 7: nobody is asked
 * @param heard when it arrived, or its last heartbeat was noted
 * @param questioned since when it is silent for too long; {@code null}: it is not
 * @param beats whether its bridge sends heartbeats; {@code null}: not asked yet
 */
public record Line(String bridge, Instant heard, Instant questioned, Boolean beats) {

    /** Of which nothing is known. */
    static final Line NONE = new Line(null, null, null, null);

    /**
     * Whoever is questioned is waited for in the last one of so many parts of the silence. Half: a bridge that sends a heartbeat three
     * times in it, as is documented, is due for the next one well within that, wherever between two of them the question falls.
     */
    private static final int PARTS = 2;

    /** A heartbeat is noted in so many; what comes in between is as if it had come with the one before. */
    private static final int NOTED = 20;

    /** It arrived. @param before what was known of it; what its bridge does, if it is the same, is known already */
    static Line arrived(String bridge, Instant at, Line before) {
        return new Line(bridge, at, null, bridge != null && bridge.equals(before.bridge) ? before.beats : null);
    }

    Line alive(Instant at) {
        return new Line(bridge, at, null, true);
    }

    Line questioned(Instant at) {
        return new Line(bridge, heard, at, beats);
    }

    Line known(boolean sendsHeartbeats) {
        return new Line(bridge, heard, questioned, sendsHeartbeats);
    }

    /** Whether this heartbeat says more than what is known. */
    boolean isNews(Instant now, Duration silence) {
        return beats == null || !beats || questioned != null || !now.isBefore(heard.plus(silence.dividedBy(NOTED)));
    }

    /** When something is to be done unless it is heard of; {@code null}: nothing. */
    Instant due(Duration silence) {
        if (beats == null ? bridge == null : !beats) {
            return null;
        }
        Duration last = silence.dividedBy(PARTS);
        if (questioned == null) {
            return heard.plus(silence.minus(last));
        }
        // Whom a shorter silence has questioned, which held before or elsewhere, still has the whole of this one.
        Instant whole = heard.plus(silence);
        Instant answered = questioned.plus(last);
        return whole.isAfter(answered) ? whole : answered;
    }

    /** Whether it has left, when it is due. */
    boolean isOver() {
        return questioned != null && Boolean.TRUE.equals(beats);
    }
}

package dev.foyer.meeting.domain;

import java.time.Instant;

/**
 * When something was so. A request says how it is now, and is judged by nothing that was said before; its moment is kept, so that
 * what a topic says late does not beat it. What a topic says was so when its writer says, but never later than now: the news of a
 * clock that was ahead would else be newer than all that follow once it is right.
 *
 * @param at never later than now
 * @param asked by a request
 */
public record Moment(Instant at, boolean asked) {

    /** @param told as a topic said it; {@code null}: a request says so */
    public static Moment of(Instant told, Instant now) {
        return told == null ? new Moment(now, true) : new Moment(told.isAfter(now) ? now : told, false);
    }
}

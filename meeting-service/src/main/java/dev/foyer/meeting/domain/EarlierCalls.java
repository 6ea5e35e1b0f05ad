package dev.foyer.meeting.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a meeting remembers of what is over, so that late and repeated messages stay harmless (E5). Bounded: the last
 * {@value #LEFT_CALLS_KEPT} legs that left. A message that comes after so many others left is taken for a new leg; it
 * then waits or joins like one, and goes with its hang-up.
 *
 * @param leftCalls ids of legs that hung up or were in a meeting that ended, oldest first
 * @param lastEnd when the meeting last ended, or {@code null} when it never did
 */
public record EarlierCalls(List<String> leftCalls, Instant lastEnd) {

    /** More than hang up within the seconds in which a bridge repeats itself, and small enough for every conference. */
    public static final int LEFT_CALLS_KEPT = 64;

    static final EarlierCalls NONE = new EarlierCalls(List.of(), null);

    EarlierCalls withLeft(String callId) {
        return new EarlierCalls(lastOf(List.of(callId)), lastEnd);
    }

    EarlierCalls withEnd(Instant at, Collection<String> callIds) {
        return new EarlierCalls(lastOf(callIds), at);
    }

    boolean knows(String callId) {
        return leftCalls.contains(callId);
    }

    boolean endedAfter(Instant moment) {
        return lastEnd != null && lastEnd.isAfter(moment);
    }

    private List<String> lastOf(Collection<String> more) {
        List<String> all = new ArrayList<>(leftCalls);
        all.addAll(more);
        return List.copyOf(all.subList(Math.max(0, all.size() - LEFT_CALLS_KEPT), all.size()));
    }
}

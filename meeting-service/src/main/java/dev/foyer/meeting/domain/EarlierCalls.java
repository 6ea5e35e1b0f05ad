package dev.foyer.meeting.domain;

import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pcollections.OrderedPMap;

/**
 * What a meeting remembers of what is over, so that late and repeated messages stay harmless (E5). Bounded: the last
 * {@value #LEFT_CALLS_KEPT} legs that left. A message that comes after so many others left is taken for a new leg; it
 * then waits or joins like one, and goes with its hang-up.
 *
 * @param leftCalls ids of legs that hung up, went elsewhere or were in a meeting that ended, oldest first
 * @param turns the newest turn of each of them that is over, unless that is older than any
 * @param lastEnd when the meeting last ended, or {@code null} when it never did
 * @param told the newest moment at which a signed-in participant joined or left, of the last {@value #TOLD_KEPT}: what a topic
 *     says of before changes nothing
 * @param sentHome when it last ended though somebody was there, by somebody's word or a time limit; {@code null}: it never did since format 9.
 *     Whoever was there before is not any more
 */
public record EarlierCalls(
        List<String> leftCalls, Map<String, Long> turns, Instant lastEnd, Map<String, Instant> told, Instant sentHome) {

    /** More than hang up within the seconds in which a bridge repeats itself, and small enough for every conference. */
    public static final int LEFT_CALLS_KEPT = 64;

    /** More than join and leave while a record is late. */
    static final int TOLD_KEPT = 256;

    static final EarlierCalls NONE = new EarlierCalls(List.of(), Map.of(), null);

    public EarlierCalls {
        told = OrderedPMap.from(told);
    }

    /** Of no participants. */
    public EarlierCalls(List<String> leftCalls, Map<String, Long> turns, Instant lastEnd) {
        this(leftCalls, turns, lastEnd, Map.of(), null);
    }

    /** This participant was or was not here then. @param when {@code null}: not known */
    EarlierCalls withTold(String participantId, Instant when) {
        Instant newest = told.get(participantId);
        if (when == null || newest != null && when.isBefore(newest)) {
            return this;
        }
        OrderedPMap<String, Instant> all =
                OrderedPMap.from(told).minus(participantId).plus(participantId, when);
        return new EarlierCalls(
                leftCalls,
                turns,
                lastEnd,
                all.size() > TOLD_KEPT ? all.minus(all.keySet().iterator().next()) : all,
                sentHome);
    }

    /** Whether something newer is known of this participant, or of everybody. */
    boolean isOlder(String participantId, Moment moment) {
        Instant newest = told.get(participantId);
        return !moment.asked() && (newest != null && moment.at().isBefore(newest) || isFromBeforeTheEnd(moment));
    }

    /** Whether somebody who is not here was here then and is gone since. */
    boolean isOver(String participantId, Moment moment) {
        return !moment.asked() && (isOlder(participantId, moment) || isKnown(participantId, moment));
    }

    /** Whether just this moment is known of the participant. */
    boolean isKnown(String participantId, Moment moment) {
        return moment.at().equals(told.get(participantId));
    }

    /** Whether everybody who was here then was sent home since. */
    boolean isFromBeforeTheEnd(Moment moment) {
        return !moment.asked() && sentHome != null && moment.at().isBefore(sentHome);
    }

    EarlierCalls withLeft(String callId, long turn) {
        return with(lastEnd, Map.of(callId, turn));
    }

    /** @param calls those who were there, each with its turn */
    EarlierCalls withEnd(MeetingEnded event, Map<String, Long> calls) {
        EarlierCalls after = with(event.at(), calls);
        return Boolean.TRUE.equals(event.sentHome())
                ? new EarlierCalls(after.leftCalls, after.turns, after.lastEnd, after.told, event.at())
                : after;
    }

    /** A leg that left may come back by a newer turn. */
    EarlierCalls without(String callId) {
        return knows(callId)
                ? of(leftCalls.stream().filter(one -> !one.equals(callId)).toList(), turns, lastEnd)
                : this;
    }

    boolean knows(String callId) {
        return leftCalls.contains(callId);
    }

    /** Whether this turn of the leg is over. */
    boolean isOver(String callId, long turn) {
        return knows(callId) && turn <= turns.getOrDefault(callId, Call.BEFORE_ANY);
    }

    boolean endedAfter(Instant moment) {
        return lastEnd != null && lastEnd.isAfter(moment);
    }

    private EarlierCalls with(Instant end, Map<String, Long> more) {
        List<String> all = new ArrayList<>(leftCalls);
        all.removeAll(more.keySet());
        all.addAll(more.keySet());
        Map<String, Long> newest = new LinkedHashMap<>(turns);
        more.forEach((callId, turn) -> newest.merge(callId, turn, Math::max));
        return of(all.subList(Math.max(0, all.size() - LEFT_CALLS_KEPT), all.size()), newest, end);
    }

    private EarlierCalls of(List<String> calls, Map<String, Long> newest, Instant end) {
        Map<String, Long> kept = new LinkedHashMap<>();
        for (String callId : calls) {
            long turn = newest.getOrDefault(callId, Call.BEFORE_ANY);
            if (turn != Call.BEFORE_ANY) {
                kept.put(callId, turn);
            }
        }
        return new EarlierCalls(List.copyOf(calls), Collections.unmodifiableMap(kept), end, told, sentHome);
    }
}

package dev.foyer.meeting.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Who is in a running meeting. Immutable; coming and going cost about the same however many are there. The sets keep their order:
 * what {@link EarlierCalls} remembers of a large meeting must come out the same when the journal is folded again, and
 * {@code Set.copyOf} has another order in every JVM.
 *
 * @param calls legs that have joined, each with the turn by which it came
 * @param leaders call legs that proved to be the organizer; may name one that is still on its way (E4)
 * @param participants signed-in people from client apps
 */
public record Attendance(Map<String, Long> calls, Set<String> leaders, Set<String> participants) {

    static final Attendance NOBODY = new Attendance(Map.of(), Set.of(), Set.of());

    public Attendance {
        calls = JoinedCalls.of(calls);
        leaders = OrderedIds.of(leaders);
        participants = OrderedIds.of(participants);
    }

    /** Call legs that have joined. */
    public Set<String> callers() {
        return calls.keySet();
    }

    Attendance withCallers(Collection<Call> more) {
        return new Attendance(JoinedCalls.of(calls).with(more), leaders, participants);
    }

    Attendance withLeader(String callId) {
        return new Attendance(calls, OrderedIds.of(leaders).with(callId), participants);
    }

    Attendance withoutCall(String callId) {
        return new Attendance(
                JoinedCalls.of(calls).without(callId), OrderedIds.of(leaders).without(callId), participants);
    }

    Attendance withParticipant(String participantId) {
        return new Attendance(calls, leaders, OrderedIds.of(participants).with(participantId));
    }

    Attendance withoutParticipant(String participantId) {
        return new Attendance(calls, leaders, OrderedIds.of(participants).without(participantId));
    }

    /** By which this leg came; older than any when it has not. */
    long turn(String callId) {
        Long turn = calls.get(callId);
        return turn == null ? Call.BEFORE_ANY : turn;
    }

    /** Whether this leg has joined. */
    public boolean hasCaller(String callId) {
        return calls.containsKey(callId);
    }

    /** Whether this leg proved to be the organizer, here or still on its way. */
    public boolean hasLeader(String callId) {
        return leaders.contains(callId);
    }

    boolean hasParticipant(String participantId) {
        return participants.contains(participantId);
    }

    /** A leader who is still on the way is not here. */
    boolean nobody() {
        return calls.isEmpty() && participants.isEmpty();
    }
}

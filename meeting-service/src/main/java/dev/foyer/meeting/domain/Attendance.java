package dev.foyer.meeting.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Who is in a running meeting. Immutable; coming and going cost about the same however many are there. The sets keep their order:
 * what {@link EarlierCalls} remembers of a large meeting must come out the same when the journal is folded again, and
 * {@code Set.copyOf} has another order in every JVM.
 *
 * @param callers call legs that have joined
 * @param leaders call legs that proved to be the organizer; may name one that is still on its way (E4)
 * @param participants signed-in people from client apps
 * @param turns by which callers came, unless that is older than any
 */
public record Attendance(Set<String> callers, Set<String> leaders, Set<String> participants, Map<String, Long> turns) {

    static final Attendance NOBODY = new Attendance(Set.of(), Set.of(), Set.of(), Map.of());

    public Attendance {
        JoinedCalls calls = JoinedCalls.of(callers, turns);
        callers = calls.ids();
        turns = calls.turns();
        leaders = OrderedIds.of(leaders);
        participants = OrderedIds.of(participants);
    }

    Attendance withCallers(Collection<Call> more) {
        return with(calls().with(more), leaders);
    }

    Attendance withLeader(String callId) {
        return with(calls(), OrderedIds.of(leaders).with(callId));
    }

    Attendance withoutCall(String callId) {
        return with(calls().without(callId), OrderedIds.of(leaders).without(callId));
    }

    Attendance withParticipant(String participantId) {
        return new Attendance(callers, leaders, OrderedIds.of(participants).with(participantId), turns);
    }

    Attendance withoutParticipant(String participantId) {
        return new Attendance(callers, leaders, OrderedIds.of(participants).without(participantId), turns);
    }

    /** By which this leg came; older than any when it has not. */
    long turn(String callId) {
        return turns.getOrDefault(callId, Call.BEFORE_ANY);
    }

    /** Whether this leg has joined. */
    public boolean hasCaller(String callId) {
        return callers.contains(callId);
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
        return callers.isEmpty() && participants.isEmpty();
    }

    /** See {@link PackedSize}. */
    long packedSize() {
        return calls().packedSize()
                + OrderedIds.of(leaders).packedSize()
                + OrderedIds.of(participants).packedSize();
    }

    private Attendance with(JoinedCalls calls, Set<String> otherLeaders) {
        return new Attendance(calls.ids(), otherLeaders, participants, calls.turns());
    }

    private JoinedCalls calls() {
        return JoinedCalls.of(callers, turns);
    }
}

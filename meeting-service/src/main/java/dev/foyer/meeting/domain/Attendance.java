package dev.foyer.meeting.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is in a running meeting. Immutable. The sets keep their order: what {@link EarlierCalls} remembers of a large meeting must
 * come out the same when the journal is folded again, and {@code Set.copyOf} has another order in every JVM.
 *
 * @param callers call legs that have joined
 * @param leaders call legs that proved to be the organizer; may name one that is still on its way (E4)
 * @param participants signed-in people from client apps
 * @param turns by which callers came, unless that is older than any
 */
public record Attendance(Set<String> callers, Set<String> leaders, Set<String> participants, Map<String, Long> turns) {

    static final Attendance NOBODY = new Attendance(Set.of(), Set.of(), Set.of(), Map.of());

    Attendance withCallers(Collection<Call> calls) {
        Map<String, Long> next = new LinkedHashMap<>(turns);
        calls.stream().filter(call -> call.turn() != null).forEach(call -> next.put(call.id(), call.turn()));
        List<String> callIds = calls.stream().map(Call::id).toList();
        return new Attendance(plus(callers, callIds), leaders, participants, Collections.unmodifiableMap(next));
    }

    Attendance withLeader(String callId) {
        return new Attendance(callers, plus(leaders, List.of(callId)), participants, turns);
    }

    Attendance withoutCall(String callId) {
        Map<String, Long> rest = new LinkedHashMap<>(turns);
        rest.remove(callId);
        return new Attendance(
                minus(callers, callId), minus(leaders, callId), participants, Collections.unmodifiableMap(rest));
    }

    Attendance withParticipant(String participantId) {
        return new Attendance(callers, leaders, plus(participants, List.of(participantId)), turns);
    }

    Attendance withoutParticipant(String participantId) {
        return new Attendance(callers, leaders, minus(participants, participantId), turns);
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

    private static Set<String> plus(Set<String> some, Collection<String> more) {
        Set<String> next = new LinkedHashSet<>(some);
        next.addAll(more);
        return Collections.unmodifiableSet(next);
    }

    private static Set<String> minus(Set<String> some, String one) {
        if (!some.contains(one)) {
            return some;
        }
        Set<String> next = new LinkedHashSet<>(some);
        next.remove(one);
        return Collections.unmodifiableSet(next);
    }
}

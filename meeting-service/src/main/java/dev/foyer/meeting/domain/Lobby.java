package dev.foyer.meeting.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who waits and hears music, in order of arrival. Immutable; a change copies it, some ten microseconds for a thousand
 * callers.
 */
public record Lobby(Map<String, Call> calls) {

    static final Lobby EMPTY = new Lobby(Map.of());

    Lobby with(Call call) {
        Map<String, Call> next = new LinkedHashMap<>(calls);
        next.put(call.id(), call);
        return new Lobby(Collections.unmodifiableMap(next));
    }

    Lobby without(List<String> callIds) {
        Map<String, Call> next = new LinkedHashMap<>(calls);
        callIds.forEach(next::remove);
        return new Lobby(Collections.unmodifiableMap(next));
    }

    /** Whether this leg waits here. */
    public boolean holds(String callId) {
        return calls.containsKey(callId);
    }

    boolean nobody() {
        return calls.isEmpty();
    }

    /** By which it came; older than any when it has not. */
    long turn(String callId) {
        return calls.containsKey(callId) ? calls.get(callId).newestTurn() : Call.BEFORE_ANY;
    }

    /** Of all who wait. */
    Map<String, Long> turns() {
        Map<String, Long> all = new LinkedHashMap<>();
        calls.forEach((callId, call) -> all.put(callId, call.newestTurn()));
        return all;
    }

    /** This leg, if it waits here. @param callId may be {@code null} */
    List<String> only(String callId) {
        return callId != null && holds(callId) ? List.of(callId) : List.of();
    }

    List<String> callIds() {
        return List.copyOf(calls.keySet());
    }
}

package dev.foyer.meeting.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pcollections.OrderedPMap;

/**
 * Who waits and hears music, in order of arrival. Immutable; a lobby shares all but a few nodes with the one before, so that an
 * arrival costs about the same whether ten wait or ten thousand.
 *
 * @param calls by call id; whatever map is given is kept in its order
 */
public record Lobby(Map<String, Call> calls) {

    static final Lobby EMPTY = new Lobby(Map.of());

    public Lobby {
        calls = OrderedPMap.from(calls);
    }

    Lobby with(Call call) {
        return new Lobby(persistent().plus(call.id(), call));
    }

    Lobby without(List<String> callIds) {
        return new Lobby(persistent().minusAll(callIds));
    }

    /** Whether this leg waits here. By {@code get}: the library's {@code containsKey} goes through all of them. */
    public boolean holds(String callId) {
        return calls.get(callId) != null;
    }

    boolean nobody() {
        return calls.isEmpty();
    }

    /** By which it came; older than any when it has not. */
    long turn(String callId) {
        Call call = calls.get(callId);
        return call == null ? Call.BEFORE_ANY : call.newestTurn();
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

    private OrderedPMap<String, Call> persistent() {
        return OrderedPMap.from(calls);
    }
}

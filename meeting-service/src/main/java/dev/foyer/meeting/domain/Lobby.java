package dev.foyer.meeting.domain;

import dev.foyer.meeting.domain.MeetingEvent.CallerWaiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who waits and hears music, in order of arrival. Immutable; a lobby shares all but a few nodes with the one before, so that an
 * arrival costs about the same whether ten wait or ten thousand.
 *
 * @param calls by call id; whatever map is given is kept in its order
 * @param alertMinutes after how long a wait the organizer is told (E7), as it was set when the last of them came; {@code null}:
 *     never
 * @param alertedAt when the organizer was told; {@code null}: not since the lobby was last empty
 */
public record Lobby(Map<String, Call> calls, Integer alertMinutes, Instant alertedAt) {

    static final Lobby EMPTY = new Lobby(Map.of());

    public Lobby {
        calls = WaitingCalls.of(calls);
    }

    /** One whose organizer is told nothing. */
    public Lobby(Map<String, Call> calls) {
        this(calls, null, null);
    }

    Lobby with(CallerWaiting event) {
        Call waits = event.call().waitingSince(event.since());
        return new Lobby(persistent().with(waits), event.alertMinutes(), alertedAt);
    }

    /** When nobody is left, the next who comes begins to wait anew. */
    Lobby without(List<String> callIds) {
        WaitingCalls rest =
                isEverybody(callIds) ? WaitingCalls.NONE : persistent().without(callIds);
        return rest.isEmpty() ? EMPTY : new Lobby(rest, alertMinutes, alertedAt);
    }

    /** In their order, as at a start; nearly always, and then there is nothing to take out one by one. */
    private boolean isEverybody(List<String> callIds) {
        if (callIds.size() != calls.size()) {
            return false;
        }
        Iterator<Call> inOrder = calls.values().iterator();
        return callIds.stream().allMatch(callId -> inOrder.next().id().equals(callId));
    }

    /** Those legs; {@code null} for each that does not wait here. Quick when they are the first ones, in their order. */
    public List<Call> calls(List<String> callIds) {
        List<Call> some = new ArrayList<>(callIds.size());
        Iterator<Call> inOrder = calls.values().iterator();
        boolean first = true;
        for (String callId : callIds) {
            Call next = first && inOrder.hasNext() ? inOrder.next() : null;
            first = next != null && next.id().equals(callId);
            some.add(first ? next : calls.get(callId));
        }
        return some;
    }

    Lobby alerted(Instant at) {
        return new Lobby(calls, alertMinutes, at);
    }

    /** When the organizer is to be told, unless whoever waits longest goes before. */
    Optional<Instant> alertDue() {
        return alertMinutes == null || alertedAt != null
                ? Optional.empty()
                : waitingSince().map(since -> since.plus(Duration.ofMinutes(alertMinutes)));
    }

    /** Since when whoever waits longest does; nothing of who came before that was kept. */
    public Optional<Instant> waitingSince() {
        return calls.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(calls.values().iterator().next().since()).map(Instant::ofEpochMilli);
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

    /** See {@link PackedSize}. */
    long packedSize() {
        return persistent().packedSize();
    }

    private WaitingCalls persistent() {
        return WaitingCalls.of(calls);
    }
}

package dev.foyer.meeting.domain;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.pcollections.OrderedPMap;

/**
 * The call legs of a lobby by their ids, in order of arrival, and what they take. Immutable; shares all but a few nodes with the one
 * before.
 */
final class WaitingCalls extends AbstractMap<String, Call> {

    static final WaitingCalls NONE = new WaitingCalls(OrderedPMap.empty(), 0);

    private final OrderedPMap<String, Call> calls;
    private final long packedSize;

    private WaitingCalls(OrderedPMap<String, Call> calls, long packedSize) {
        this.calls = calls;
        this.packedSize = packedSize;
    }

    /** The same, or a copy in the order of that map. */
    static WaitingCalls of(Map<String, Call> some) {
        if (some instanceof WaitingCalls already) {
            return already;
        }
        WaitingCalls all = NONE;
        for (Call call : some.values()) {
            all = all.with(call);
        }
        return all;
    }

    WaitingCalls with(Call call) {
        WaitingCalls others = without(call.id());
        // In the place of the one before, if there was one.
        return new WaitingCalls(calls.plus(call.id(), call), others.packedSize + PackedSize.of(call));
    }

    WaitingCalls without(Collection<String> callIds) {
        WaitingCalls rest = this;
        for (String callId : callIds) {
            rest = rest.without(callId);
        }
        return rest;
    }

    private WaitingCalls without(String callId) {
        Call gone = calls.get(callId);
        return gone == null ? this : new WaitingCalls(calls.minus(callId), packedSize - PackedSize.of(gone));
    }

    /** See {@link PackedSize}. */
    long packedSize() {
        return packedSize;
    }

    @Override
    public Call get(Object callId) {
        return calls.get(callId);
    }

    /** By {@code get}: the library's goes through all of them. */
    @Override
    public boolean containsKey(Object callId) {
        return calls.get(callId) != null;
    }

    @Override
    public int size() {
        return calls.size();
    }

    @Override
    public Set<Entry<String, Call>> entrySet() {
        return calls.entrySet();
    }
}

package dev.foyer.meeting.domain;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.pcollections.HashTreePSet;
import org.pcollections.OrderedPMap;
import org.pcollections.PSet;

/**
 * The call legs of a meeting, each with the turn by which it came, in the order of their coming. Immutable. Those who come together, as
 * a whole lobby does, lie in a table that nobody changes any more, which takes a tenth of the time of adding them to a persistent
 * collection one by one; who comes or goes alone is kept beside it, so that this costs about the same however many are there.
 */
final class JoinedCalls extends AbstractMap<String, Long> {

    static final JoinedCalls NONE = new JoinedCalls(Map.of(), HashTreePSet.empty(), OrderedPMap.empty());

    /** So many are worth another table. */
    private static final int MANY = 64;

    /** Nor is one made for fewer than a part of those who are there already, who would have to be copied. */
    private static final int PART = 4;

    private final Map<String, Long> together;
    private final PSet<String> gone;
    private final OrderedPMap<String, Long> later;

    /** @param together never changed any more; {@code gone} are of them */
    private JoinedCalls(Map<String, Long> together, PSet<String> gone, OrderedPMap<String, Long> later) {
        this.together = together;
        this.gone = gone;
        this.later = later;
    }

    /** The same, or a copy in the order of that map. */
    static JoinedCalls of(Map<String, Long> some) {
        return some instanceof JoinedCalls already ? already : table(new LinkedHashMap<>(some));
    }

    private static JoinedCalls table(Map<String, Long> all) {
        return all.isEmpty()
                ? NONE
                : new JoinedCalls(Collections.unmodifiableMap(all), HashTreePSet.empty(), OrderedPMap.empty());
    }

    JoinedCalls with(Collection<Call> more) {
        if (more.size() < MANY || more.size() < size() / PART) {
            JoinedCalls all = this;
            for (Call call : more) {
                all = all.with(call);
            }
            return all;
        }
        Map<String, Long> all = LinkedHashMap.newLinkedHashMap(size() + more.size());
        all.putAll(this);
        more.forEach(call -> all.put(call.id(), call.newestTurn()));
        return table(all);
    }

    private JoinedCalls with(Call call) {
        PSet<String> left = together.containsKey(call.id()) ? gone.plus(call.id()) : gone;
        return new JoinedCalls(together, left, later.plus(call.id(), call.newestTurn()));
    }

    JoinedCalls without(String callId) {
        if (later.get(callId) != null) {
            return new JoinedCalls(together, gone, later.minus(callId));
        }
        if (!containsKey(callId)) {
            return this;
        }
        JoinedCalls rest = new JoinedCalls(together, gone.plus(callId), later);
        // A table of which most are gone is in the way.
        return rest.gone.size() * 2 <= together.size() ? rest : table(new LinkedHashMap<>(rest));
    }

    @Override
    public Long get(Object callId) {
        Long turn = later.get(callId);
        return turn != null || gone.contains(callId) ? turn : together.get(callId);
    }

    @Override
    public boolean containsKey(Object callId) {
        return get(callId) != null;
    }

    @Override
    public int size() {
        return together.size() - gone.size() + later.size();
    }

    @Override
    public Set<Entry<String, Long>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Long>> iterator() {
                return Stream.concat(
                                together.entrySet().stream().filter(entry -> !gone.contains(entry.getKey())),
                                later.entrySet().stream())
                        .iterator();
            }

            @Override
            public int size() {
                return JoinedCalls.this.size();
            }
        };
    }
}

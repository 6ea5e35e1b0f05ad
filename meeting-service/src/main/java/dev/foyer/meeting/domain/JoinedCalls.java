package dev.foyer.meeting.domain;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.pcollections.HashTreePSet;
import org.pcollections.OrderedPMap;
import org.pcollections.PSet;

/**
 * The call legs of a meeting, each with the turn by which it came, in the order of their coming. Immutable. Those who come together, as
 * a whole lobby does, lie in a table that nobody changes any more, which takes a tenth of the time of adding them to a persistent
 * collection one by one; who comes or goes alone is kept beside it, so that this costs about the same however many are there.
 */
final class JoinedCalls {

    static final JoinedCalls NONE = new JoinedCalls(Map.of(), HashTreePSet.empty(), OrderedPMap.empty(), 0);

    /** So many are worth another table. */
    private static final int MANY = 64;

    /** Nor is one made for fewer than a part of those who are there already, who would have to be copied. */
    private static final int PART = 4;

    private final Map<String, Long> together;
    private final PSet<String> gone;
    private final OrderedPMap<String, Long> later;
    private final long packedSize;

    /** @param together never changed any more; {@code gone} are of them */
    private JoinedCalls(
            Map<String, Long> together, PSet<String> gone, OrderedPMap<String, Long> later, long packedSize) {
        this.together = together;
        this.gone = gone;
        this.later = later;
        this.packedSize = packedSize;
    }

    /** Those whose {@link #ids()} and {@link #turns()} these are, or a copy in the order of the ids. */
    static JoinedCalls of(Set<String> ids, Map<String, Long> turns) {
        if (ids instanceof Ids some && turns instanceof Turns same && some.calls == same.calls) {
            return some.calls;
        }
        Map<String, Long> all = LinkedHashMap.newLinkedHashMap(ids.size());
        ids.forEach(id -> all.put(id, turns.getOrDefault(id, Call.BEFORE_ANY)));
        return table(all);
    }

    private static JoinedCalls table(Map<String, Long> all) {
        if (all.isEmpty()) {
            return NONE;
        }
        long size = all.keySet().stream().mapToLong(PackedSize::ofJoined).sum();
        return new JoinedCalls(Collections.unmodifiableMap(all), HashTreePSet.empty(), OrderedPMap.empty(), size);
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
        forEach(all::put);
        more.forEach(call -> all.put(call.id(), call.newestTurn()));
        return table(all);
    }

    private JoinedCalls with(Call call) {
        long more = turn(call.id()) == null ? PackedSize.ofJoined(call.id()) : 0;
        PSet<String> left = together.containsKey(call.id()) ? gone.plus(call.id()) : gone;
        return new JoinedCalls(together, left, later.plus(call.id(), call.newestTurn()), packedSize + more);
    }

    JoinedCalls without(String callId) {
        if (turn(callId) == null) {
            return this;
        }
        long less = packedSize - PackedSize.ofJoined(callId);
        if (later.get(callId) != null) {
            return new JoinedCalls(together, gone, later.minus(callId), less);
        }
        JoinedCalls rest = new JoinedCalls(together, gone.plus(callId), later, less);
        // A table of which most are gone is in the way.
        return rest.gone.size() * 2 <= together.size() ? rest : rest.copy();
    }

    private JoinedCalls copy() {
        Map<String, Long> all = LinkedHashMap.newLinkedHashMap(size());
        forEach(all::put);
        return table(all);
    }

    /** By which it came, {@link Call#BEFORE_ANY} when that is not known; {@code null}: it is not here. */
    Long turn(Object callId) {
        Long turn = later.get(callId);
        return turn != null || gone.contains(callId) ? turn : together.get(callId);
    }

    /** See {@link PackedSize}. */
    long packedSize() {
        return packedSize;
    }

    int size() {
        return together.size() - gone.size() + later.size();
    }

    /** In the order of their coming. */
    Set<String> ids() {
        return new Ids(this);
    }

    /** Of those of whom it is known, in the order of their coming. */
    Map<String, Long> turns() {
        return new Turns(this);
    }

    private Stream<Entry<String, Long>> entries() {
        return Stream.concat(
                together.entrySet().stream().filter(entry -> !gone.contains(entry.getKey())),
                later.entrySet().stream());
    }

    private void forEach(BiConsumer<String, Long> action) {
        entries().forEach(entry -> action.accept(entry.getKey(), entry.getValue()));
    }

    private static final class Ids extends AbstractSet<String> {

        private final JoinedCalls calls;

        Ids(JoinedCalls calls) {
            this.calls = calls;
        }

        @Override
        public boolean contains(Object callId) {
            return calls.turn(callId) != null;
        }

        @Override
        public Iterator<String> iterator() {
            return calls.entries().map(Entry::getKey).iterator();
        }

        @Override
        public int size() {
            return calls.size();
        }
    }

    private static final class Turns extends AbstractMap<String, Long> {

        private final JoinedCalls calls;

        Turns(JoinedCalls calls) {
            this.calls = calls;
        }

        @Override
        public Long get(Object callId) {
            Long turn = calls.turn(callId);
            return turn == null || turn == Call.BEFORE_ANY ? null : turn;
        }

        @Override
        public boolean containsKey(Object callId) {
            return get(callId) != null;
        }

        @Override
        public boolean isEmpty() {
            return !entrySet().iterator().hasNext();
        }

        @Override
        public Set<Entry<String, Long>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, Long>> iterator() {
                    return known().iterator();
                }

                @Override
                public int size() {
                    return Math.toIntExact(known().count());
                }
            };
        }

        private Stream<Entry<String, Long>> known() {
            return calls.entries().filter(entry -> entry.getValue() != Call.BEFORE_ANY);
        }
    }
}

package dev.foyer.meeting.domain;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import org.pcollections.OrderedPMap;

/**
 * A set of ids in the order of their coming. Immutable: one with more or fewer shares all but a few nodes with it, so a change
 * costs about the same whatever its size. (The library's own ordered set searches all of it at each removal.)
 */
final class OrderedIds extends AbstractSet<String> {

    static final OrderedIds NONE = new OrderedIds(OrderedPMap.empty(), 0);

    private final OrderedPMap<String, Boolean> ids;
    private final long packedSize;

    private OrderedIds(OrderedPMap<String, Boolean> ids, long packedSize) {
        this.ids = ids;
        this.packedSize = packedSize;
    }

    /** The same, or a copy in the order of that set. */
    static OrderedIds of(Set<String> some) {
        if (some instanceof OrderedIds already) {
            return already;
        }
        OrderedIds all = NONE;
        for (String id : some) {
            all = all.with(id);
        }
        return all;
    }

    OrderedIds with(String id) {
        return contains(id) ? this : new OrderedIds(ids.plus(id, Boolean.TRUE), packedSize + PackedSize.of(id));
    }

    OrderedIds without(String id) {
        return contains(id) ? new OrderedIds(ids.minus(id), packedSize - PackedSize.of(id)) : this;
    }

    /** See {@link PackedSize}. */
    long packedSize() {
        return packedSize;
    }

    /** By {@code get}: the library's {@code containsKey} goes through all of them. */
    @Override
    public boolean contains(Object id) {
        return ids.get(id) != null;
    }

    @Override
    public Iterator<String> iterator() {
        return ids.keySet().iterator();
    }

    @Override
    public int size() {
        return ids.size();
    }
}

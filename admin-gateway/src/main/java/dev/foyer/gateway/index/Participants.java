package dev.foyer.gateway.index;

import dev.foyer.gateway.index.MeetingEntry.Participant;
import dev.foyer.gateway.index.MeetingEntry.ParticipantKind;
import dev.foyer.gateway.index.MeetingEntry.Presence;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.pcollections.OrderedPMap;

/**
 * Who is and was in a meeting, in the order of their arrival. Immutable: it shares all but a few nodes with the one before, so that
 * folding an arrival costs about the same whether ten are there or ten thousand.
 */
final class Participants extends AbstractCollection<Participant> {

    static final Participants NOBODY = new Participants(OrderedPMap.empty(), OrderedPMap.empty(), 0);

    private final OrderedPMap<String, Participant> byKey;
    /** The keys of those who left, who left first. */
    private final OrderedPMap<String, Boolean> left;

    private final int waiting;

    private Participants(OrderedPMap<String, Participant> byKey, OrderedPMap<String, Boolean> left, int waiting) {
        this.byKey = byKey;
        this.left = left;
        this.waiting = waiting;
    }

    /** The same, or a copy in their order. */
    static Participants of(Collection<Participant> some) {
        if (some instanceof Participants already) {
            return already;
        }
        Participants all = NOBODY;
        for (Participant one : some) {
            all = all.with(one);
        }
        return all;
    }

    Optional<Participant> get(ParticipantKind kind, String id) {
        return Optional.ofNullable(byKey.get(key(kind, id)));
    }

    /** With this one, instead of who was there under the same id. */
    Participants with(Participant one) {
        String key = key(one.kind(), one.id());
        boolean gone = one.state() == Presence.LEFT;
        OrderedPMap<String, Boolean> leftNow =
                !gone ? left.minus(key) : left.get(key) == null ? left.plus(key, Boolean.TRUE) : left;
        return new Participants(byKey.plus(key, one), leftNow, waiting - waits(byKey.get(key)) + waits(one));
    }

    Participants without(Participant one) {
        String key = key(one.kind(), one.id());
        return new Participants(byKey.minus(key), left.minus(key), waiting - waits(byKey.get(key)));
    }

    /** Those who left, who left first. */
    List<Participant> whoLeft() {
        return left.keySet().stream().map(byKey::get).toList();
    }

    Optional<Participant> firstWhoLeft() {
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(byKey.get(left.keySet().iterator().next()));
    }

    long count(Presence state) {
        return switch (state) {
            case WAITING -> waiting;
            case LEFT -> left.size();
            case ADMITTED -> byKey.size() - waiting - left.size();
        };
    }

    @Override
    public Iterator<Participant> iterator() {
        return byKey.values().iterator();
    }

    @Override
    public int size() {
        return byKey.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Participants them && List.copyOf(this).equals(List.copyOf(them));
    }

    @Override
    public int hashCode() {
        return byKey.hashCode();
    }

    private static int waits(Participant one) {
        return one != null && one.state() == Presence.WAITING ? 1 : 0;
    }

    private static String key(ParticipantKind kind, String id) {
        return kind + ":" + id;
    }
}

package dev.foyer.meeting.domain.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.OrderedPMap;

/**
 * One share of a webhook's deliveries. Immutable; each shares all but a few nodes with the one before.
 *
 * @param open what is still tried, in order of arrival; whatever map is given is kept in its order
 * @param settled what is not, in order of its end
 */
public record Outbox(Map<String, Delivery> open, Map<String, Delivery> settled) {

    /** Outboxes of one webhook; a delivery's id says in which it is. Never changed. */
    public static final int SHARES = 16;

    /** Open ones in one outbox: with those that are settled small enough for a snapshot. One more is settled at once, as failed. */
    static final int MOST_OPEN = 1_200;

    /** Settled ones; the oldest goes when there is one more. */
    static final int MOST_SETTLED = 400;

    static final Outbox EMPTY = new Outbox(Map.of(), Map.of());

    public Outbox {
        open = OrderedPMap.from(open);
        settled = OrderedPMap.from(settled);
    }

    /** Whichever it is. By {@code get}: the library's {@code containsKey} goes through all of them. */
    public Optional<Delivery> find(String id) {
        return Optional.ofNullable(open.get(id)).or(() -> Optional.ofNullable(settled.get(id)));
    }

    /** What is to be tried first of all. */
    public Optional<Delivery> next() {
        return open.values().stream().min(Comparator.comparing(Delivery::due));
    }

    Outbox with(Delivery one) {
        return one.status() == Delivery.Status.PENDING
                ? new Outbox(plus(open, one), minus(settled, one.id()))
                : new Outbox(minus(open, one.id()), plus(minus(settled, one.id()), one));
    }

    Outbox without(List<String> ids) {
        return new Outbox(open, OrderedPMap.from(settled).minusAll(ids));
    }

    /**
     * What is to be forgotten: settled longer ago than that, and as many as there is no room for.
     *
     * @param coming how many are about to be settled
     */
    List<String> forgettable(Instant now, Duration kept, int coming) {
        int tooMany = settled.size() + coming - MOST_SETTLED;
        List<String> over = new ArrayList<>();
        for (Delivery one : settled.values()) {
            if (over.size() >= tooMany && now.isBefore(one.at().plus(kept))) {
                break;
            }
            over.add(one.id());
        }
        return List.copyOf(over);
    }

    /** When the oldest settled one is to be forgotten. */
    Optional<Instant> oldestForgottenAt(Duration kept) {
        return settled.values().stream().findFirst().map(one -> one.at().plus(kept));
    }

    boolean isEmpty() {
        return open.isEmpty() && settled.isEmpty();
    }

    private static OrderedPMap<String, Delivery> plus(Map<String, Delivery> some, Delivery one) {
        return OrderedPMap.from(some).plus(one.id(), one);
    }

    private static OrderedPMap<String, Delivery> minus(Map<String, Delivery> some, String id) {
        return OrderedPMap.from(some).minus(id);
    }
}

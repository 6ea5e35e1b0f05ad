package dev.foyer.gateway.index;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Folds a user's history again, up to a moment. For one question, by one thread. */
public final class UserPast {

    static final int AT_ONCE = 500;

    private final Moment then;
    private UserEntry user;
    private boolean reached;
    /** When that event was, if it is one of a mail: it has its own order, and changes nothing. */
    private Instant besides;

    UserPast(Moment then) {
        this.then = then;
    }

    /** Until when the history counts. */
    public sealed interface Moment {

        /** All that happened at this time and before. */
        record At(Instant time) implements Moment {}

        /** This event and all before it; of a mail of the user's all that happened at its time and before. */
        record After(String eventId) implements Moment {}
    }

    /** The user never had that event. */
    public static final class NoSuchEvent extends RuntimeException {
        NoSuchEvent() {
            super("No such event", null, false, false);
        }
    }

    /** @param history by cursor, in the order in which it happened to the user */
    Optional<UserEntry> fold(Function<String, ResultPage<HistoryEntry>> history) {
        String cursor = null;
        do {
            ResultPage<HistoryEntry> page = history.apply(cursor);
            page.items().forEach(this::add);
            cursor = page.next();
        } while (cursor != null && !reached && besides == null);
        if (besides != null) {
            return new UserPast(new Moment.At(besides)).fold(history);
        }
        if (!reached && then instanceof Moment.After) {
            throw new NoSuchEvent();
        }
        return Optional.ofNullable(user);
    }

    private void add(HistoryEntry event) {
        String stored = "foyer." + event.source() + "." + event.type() + ".v1";
        PinEventType type = PinEventType.of(stored);
        if (reached) {
            return;
        }
        if (type == null) {
            besides = isThen(event) ? event.at() : besides;
            return;
        }
        if (then instanceof Moment.At(Instant time) && event.at().isAfter(time)) {
            reached = true;
            return;
        }
        user = UserFold.apply(user, type, again(stored, event));
        reached = isThen(event);
    }

    private boolean isThen(HistoryEntry event) {
        return then instanceof Moment.After(String eventId) && eventId.equals(event.id());
    }

    private static PublicEvent again(String type, HistoryEntry event) {
        return new PublicEvent(
                new InboundEvent(
                        new Envelope(event.id(), event.source(), type, null, event.at(), event.tenant()),
                        new Cause(event.actor(), event.role(), event.commandId(), event.correlationId()),
                        new Origin("pin.events", 0, 0, null, event.at()),
                        event.data()),
                event.sequence());
    }
}

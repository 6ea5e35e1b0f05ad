package dev.foyer.meeting.domain.delivery;

import static dev.foyer.eventsourcing.Decision.accept;
import static dev.foyer.eventsourcing.Decision.refuse;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.meeting.domain.delivery.Delivery.Status;
import dev.foyer.meeting.domain.delivery.DeliveryAnswer.DeliveryNoted;
import dev.foyer.meeting.domain.delivery.DeliveryAnswer.Found;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.FindDeliveries;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.ForgetDeliveries;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.GiveUpDelivery;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.QueueDelivery;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.RecordAttempt;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.Redeliver;
import dev.foyer.meeting.domain.delivery.DeliveryEvent.AttemptFailed;
import dev.foyer.meeting.domain.delivery.DeliveryEvent.Delivered;
import dev.foyer.meeting.domain.delivery.DeliveryEvent.DeliveriesForgotten;
import dev.foyer.meeting.domain.delivery.DeliveryEvent.DeliveryFailed;
import dev.foyer.meeting.domain.delivery.DeliveryEvent.DeliveryGivenUp;
import dev.foyer.meeting.domain.delivery.DeliveryEvent.DeliveryQueued;
import dev.foyer.meeting.domain.delivery.DeliveryEvent.RedeliveryAsked;
import dev.foyer.meeting.domain.webhook.WebhookRefusal;
import dev.foyer.meeting.domain.webhook.WebhookRefusal.DeliveryNotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Each event once, tried until it has arrived or there is no use (H2); what is over is forgotten (H4). */
public final class DeliveryDecider
        implements Decider<Outbox, DeliveryCommand, DeliveryEvent, WebhookRefusal, DeliveryAnswer, DeliveryContext>,
                Forgetting<Outbox> {

    /** What is settled when there is no room for it. */
    static final String NO_ROOM = "too many deliveries waited for this webhook";

    /** The order of lists. */
    public static final Comparator<Delivery> NEWEST_FIRST =
            Comparator.comparing(Delivery::queuedAt).thenComparing(Delivery::id).reversed();

    @Override
    public Outbox initial() {
        return Outbox.EMPTY;
    }

    @Override
    public boolean isOver(Outbox state) {
        return state.isEmpty();
    }

    @Override
    public Decision<DeliveryEvent, WebhookRefusal, DeliveryAnswer> decide(
            Outbox state, DeliveryCommand command, DeliveryContext context) {
        Instant now = context.now();
        return switch (command) {
            case QueueDelivery it -> accept(new DeliveryNoted(), queue(state, it, context));
            case RecordAttempt it ->
                accept(
                        new DeliveryNoted(),
                        pending(state, it.deliveryId())
                                .filter(one -> one.attempts() + 1 == it.attempt())
                                .map(one -> attempted(state, one, it, context))
                                .orElse(List.of()));
            case GiveUpDelivery it ->
                accept(
                        new DeliveryNoted(),
                        pending(state, it.deliveryId())
                                .map(one -> settling(state, new DeliveryGivenUp(one.id(), it.reason(), now), context))
                                .orElse(List.of()));
            case Redeliver it -> redeliver(state, it.deliveryId(), now);
            case FindDeliveries it -> accept(find(state, it));
            case ForgetDeliveries() -> {
                List<String> over = state.forgettable(now, context.kept(), 0);
                yield over.isEmpty()
                        ? accept(new DeliveryNoted())
                        : accept(new DeliveryNoted(), new DeliveriesForgotten(over, now));
            }
        };
    }

    private static Optional<Delivery> pending(Outbox state, String id) {
        return state.find(id).filter(one -> one.status() == Status.PENDING);
    }

    private static List<DeliveryEvent> queue(Outbox state, QueueDelivery it, DeliveryContext context) {
        if (state.find(it.deliveryId()).isPresent()) {
            return List.of();
        }
        DeliveryQueued queued = new DeliveryQueued(it.deliveryId(), it.type(), it.source(), context.now());
        if (state.open().size() < Outbox.MOST_OPEN) {
            return List.of(queued);
        }
        List<DeliveryEvent> events = new ArrayList<>(List.of(queued));
        events.addAll(settling(state, new DeliveryGivenUp(it.deliveryId(), NO_ROOM, context.now()), context));
        return List.copyOf(events);
    }

    private static List<DeliveryEvent> attempted(
            Outbox state, Delivery one, RecordAttempt it, DeliveryContext context) {
        Instant now = context.now();
        if (it.reason() == null) {
            return settling(state, new Delivered(one.id(), it.attempt(), it.answered(), now), context);
        }
        Optional<Instant> next = it.last() ? Optional.empty() : Waits.next(one.tries() + 1, it, context);
        return next.isPresent()
                ? List.of(new AttemptFailed(one.id(), it.attempt(), it.answered(), it.reason(), next.get(), now))
                : settling(state, new DeliveryFailed(one.id(), it.attempt(), it.answered(), it.reason(), now), context);
    }

    /** With what goes to make room; that must not be the last of all, so it comes first. */
    private static List<DeliveryEvent> settling(Outbox state, DeliveryEvent end, DeliveryContext context) {
        List<String> over = state.forgettable(context.now(), context.kept(), 1);
        return over.isEmpty() ? List.of(end) : List.of(new DeliveriesForgotten(over, context.now()), end);
    }

    private static Decision<DeliveryEvent, WebhookRefusal, DeliveryAnswer> redeliver(
            Outbox state, String id, Instant now) {
        Optional<Delivery> known = state.find(id);
        if (known.isEmpty()) {
            return refuse(new DeliveryNotFound());
        }
        boolean soonAnyway =
                known.get().status() == Status.PENDING && !known.get().due().isAfter(now);
        return soonAnyway ? accept(new DeliveryNoted()) : accept(new DeliveryNoted(), new RedeliveryAsked(id, now));
    }

    private static Found find(Outbox state, FindDeliveries it) {
        List<Delivery> all = Stream.concat(state.open().values().stream(), state.settled().values().stream())
                .filter(one -> it.status() == null || it.status() == one.status())
                .filter(one -> it.type() == null || it.type().equals(one.type()))
                .toList();
        return new Found(
                all.stream()
                        .filter(one -> it.afterTime() == null || Delivery.isAfter(one, it.afterTime(), it.afterId()))
                        .sorted(NEWEST_FIRST)
                        .limit(it.limit())
                        .toList(),
                all.size());
    }

    @Override
    public Outbox evolve(Outbox state, DeliveryEvent event) {
        return switch (event) {
            case DeliveryQueued e -> {
                if (state.find(e.deliveryId()).isPresent()) {
                    throw new ImpossibleEvent(state, event);
                }
                yield state.with(new Delivery(
                        e.deliveryId(),
                        e.type(),
                        e.source(),
                        Status.PENDING,
                        0,
                        0,
                        e.at(),
                        null,
                        null,
                        e.at(),
                        e.at()));
            }
            case Delivered e ->
                state.with(there(state, e.deliveryId(), e)
                        .tried(e.attempt(), e.answered(), null, Status.DELIVERED, null, e.at()));
            case AttemptFailed e ->
                state.with(there(state, e.deliveryId(), e)
                        .tried(e.attempt(), e.answered(), e.reason(), Status.PENDING, e.nextAt(), e.at()));
            case DeliveryFailed e ->
                state.with(there(state, e.deliveryId(), e)
                        .tried(e.attempt(), e.answered(), e.reason(), Status.FAILED, null, e.at()));
            case DeliveryGivenUp e -> state.with(there(state, e.deliveryId(), e).givenUp(e.reason(), e.at()));
            case RedeliveryAsked e -> state.with(there(state, e.deliveryId(), e).again(e.at()));
            case DeliveriesForgotten e -> state.without(e.deliveryIds());
        };
    }

    private static Delivery there(Outbox state, String id, DeliveryEvent event) {
        return state.find(id).orElseThrow(() -> new ImpossibleEvent(state, event));
    }
}

package dev.foyer.meeting.process;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.WebhookCommands;
import dev.foyer.meeting.domain.delivery.Delivery;
import dev.foyer.meeting.domain.delivery.DeliveryAnswer;
import dev.foyer.meeting.domain.delivery.DeliveryAnswer.Found;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.FindDeliveries;
import dev.foyer.meeting.domain.delivery.DeliveryDecider;
import dev.foyer.meeting.domain.delivery.DeliveryIds;
import dev.foyer.meeting.domain.webhook.WebhookRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds a webhook's deliveries in all of its outboxes, whoever owns them: as they are, without an index. */
@ApplicationScoped
public class DeliverySearch {

    @Inject
    WebhookCommands webhooks;

    /**
     * A part of what was found, newest first.
     *
     * @param total how many there are in all
     */
    public record Page(List<Delivery> deliveries, boolean hasMore, int total) {}

    /** As many as were asked for. */
    public CompletionStage<Page> find(String tenant, String webhookId, FindDeliveries question, CommandMeta meta) {
        // One more than is asked for says whether there is more.
        var oneMore = new FindDeliveries(
                question.status(), question.type(), question.afterTime(), question.afterId(), question.limit() + 1);
        CompletionStage<List<Found>> all = CompletableFuture.completedFuture(List.of());
        for (String outbox : DeliveryIds.outboxes(tenant, webhookId)) {
            all = all.thenCombine(ask(outbox, oneMore, meta), DeliverySearch::plus);
        }
        return all.thenApply(found -> page(found, question.limit()));
    }

    private CompletionStage<Found> ask(String outbox, FindDeliveries question, CommandMeta meta) {
        // A question each time, also under a key: what was found once is no answer for a day.
        return webhooks.ofOutbox(
                        outbox, question, meta.withCommandId(UUID.randomUUID().toString()))
                .thenApply(reply -> switch (reply) {
                    case Reply.Done<WebhookRefusal, DeliveryAnswer> done
                    when done.answer() instanceof Found found -> found;
                    case Reply.Done<WebhookRefusal, DeliveryAnswer> _,
                            Reply.Refused<WebhookRefusal, DeliveryAnswer> _ ->
                        throw new IllegalStateException("A question was not answered");
                });
    }

    private static List<Found> plus(List<Found> some, Found one) {
        List<Found> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }

    private static Page page(List<Found> found, int limit) {
        List<Delivery> all = found.stream()
                .flatMap(one -> one.deliveries().stream())
                .sorted(DeliveryDecider.NEWEST_FIRST)
                .toList();
        return new Page(
                all.stream().limit(limit).toList(),
                all.size() > limit,
                found.stream().mapToInt(Found::total).sum());
    }
}

package dev.foyer.meeting.api;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Roles;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.WebhookCommands;
import dev.foyer.meeting.domain.delivery.Delivery;
import dev.foyer.meeting.domain.delivery.DeliveryAnswer;
import dev.foyer.meeting.domain.delivery.DeliveryCommand;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.QueueDelivery;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.Redeliver;
import dev.foyer.meeting.domain.delivery.DeliveryIds;
import dev.foyer.meeting.domain.webhook.Webhook;
import dev.foyer.meeting.domain.webhook.WebhookRefusal;
import dev.foyer.meeting.process.DeliverySearch;
import dev.foyer.meeting.process.DeliverySearch.Page;
import dev.foyer.meeting.webhook.WebhookIds;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What is on its way to a webhook and what became of it (H2); the test button. */
@Path("/internal/v1/tenants/{tenant}/webhooks/{webhookId}")
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Roles.ADMIN)
public class DeliveriesResource {

    private static final int MOST = 200;

    @Inject
    WebhookCommands webhooks;

    @Inject
    DeliverySearch search;

    @Inject
    Caller caller;

    /**
     * @param nextAttemptAt {@code null}: it is settled
     * @param responseStatus of the last answer; {@code null}: there was none
     * @param reason why the last attempt failed
     */
    record DeliveryView(
            String id,
            String type,
            Delivery.Status status,
            int attempts,
            Instant nextAttemptAt,
            Integer responseStatus,
            String reason,
            Instant queuedAt,
            Instant at) {

        static DeliveryView of(Delivery is) {
            return new DeliveryView(
                    is.id(),
                    is.type(),
                    is.status(),
                    is.attempts(),
                    is.due(),
                    is.answered(),
                    is.reason(),
                    is.queuedAt(),
                    is.at());
        }
    }

    record DeliveryList(List<DeliveryView> items, String next, int total) {}

    record Queued(String deliveryId) {}

    /** Newest first. */
    @GET
    @Path("/deliveries")
    @AllowedRoles({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    public CompletionStage<Response> list(
            String tenant,
            @Pattern(regexp = WebhookIds.FORM) String webhookId,
            @QueryParam("status") Delivery.Status status,
            @QueryParam("type") String type,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MOST) int limit,
            @QueryParam("cursor") String cursor) {
        CommandMeta meta = caller.meta();
        DeliveryCursor from = cursor == null ? DeliveryCursor.BEGINNING : DeliveryCursor.read(cursor);
        return known(tenant, webhookId)
                .thenCompose(webhook -> search.find(
                        tenant,
                        webhookId,
                        new DeliveryCommand.FindDeliveries(status, type, from.queuedAt(), from.id(), limit),
                        meta))
                .thenApply(page -> Response.ok(answer(page)).build());
    }

    private static DeliveryList answer(Page page) {
        String next =
                page.hasMore() ? DeliveryCursor.of(page.deliveries().getLast()).text() : null;
        return new DeliveryList(page.deliveries().stream().map(DeliveryView::of).toList(), next, page.total());
    }

    /** 202: it is tried again, at once. */
    @POST
    @Path("/deliveries/{deliveryId}/redeliver")
    public CompletionStage<Response> redeliver(
            String tenant,
            @Pattern(regexp = WebhookIds.FORM) String webhookId,
            @Pattern(regexp = WebhookIds.FORM) String deliveryId) {
        CommandMeta meta = caller.meta();
        return active(tenant, webhookId)
                .thenCompose(webhook -> submit(tenant, webhookId, deliveryId, new Redeliver(deliveryId), meta));
    }

    /** 202: an event of no meaning is on its way, whatever types the webhook has. */
    @POST
    @Path("/test")
    public CompletionStage<Response> test(String tenant, @Pattern(regexp = WebhookIds.FORM) String webhookId) {
        CommandMeta meta = caller.meta();
        String deliveryId = DeliveryIds.of(webhookId, "test", meta.commandId());
        return active(tenant, webhookId)
                .thenCompose(webhook ->
                        submit(tenant, webhookId, deliveryId, new QueueDelivery(deliveryId, "foyer.test", null), meta));
    }

    private CompletionStage<Response> submit(
            String tenant, String webhookId, String deliveryId, DeliveryCommand command, CommandMeta meta) {
        return webhooks.ofOutbox(DeliveryIds.outbox(tenant, webhookId, deliveryId), command, meta)
                .thenApply(reply -> answer(reply, deliveryId));
    }

    private static Response answer(Reply<WebhookRefusal, DeliveryAnswer> reply, String deliveryId) {
        return Answers.answer(
                reply, done -> Response.status(202).entity(new Queued(deliveryId)), WebhookRefusals::problem);
    }

    private CompletionStage<Webhook> known(String tenant, String webhookId) {
        return webhooks.of(tenant)
                .thenApply(all -> all.find(webhookId)
                        .orElseThrow(() -> WebhookRefusals.problem(new WebhookRefusal.WebhookNotFound())
                                .exception()));
    }

    private CompletionStage<Webhook> active(String tenant, String webhookId) {
        return known(tenant, webhookId).thenApply(webhook -> {
            if (webhook.status() != Webhook.Status.ACTIVE) {
                throw WebhookRefusals.isOff().exception();
            }
            return webhook;
        });
    }
}

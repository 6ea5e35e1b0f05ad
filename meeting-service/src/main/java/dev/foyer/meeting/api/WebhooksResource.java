package dev.foyer.meeting.api;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Position;
import dev.foyer.base.Roles;
import dev.foyer.base.text.Text;
import dev.foyer.base.text.TextKind;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.WebhookCommands;
import dev.foyer.meeting.domain.webhook.Webhook;
import dev.foyer.meeting.domain.webhook.WebhookAnswer;
import dev.foyer.meeting.domain.webhook.WebhookCommand;
import dev.foyer.meeting.domain.webhook.WebhookCommand.AddWebhook;
import dev.foyer.meeting.domain.webhook.WebhookCommand.ChangeWebhook;
import dev.foyer.meeting.domain.webhook.WebhookCommand.RemoveAllWebhooks;
import dev.foyer.meeting.domain.webhook.WebhookCommand.RemoveWebhook;
import dev.foyer.meeting.domain.webhook.WebhookCommand.RotateWebhookSecret;
import dev.foyer.meeting.domain.webhook.WebhookRefusal;
import dev.foyer.meeting.webhook.SecretSeal;
import dev.foyer.meeting.webhook.TopicEnds;
import dev.foyer.meeting.webhook.WebhookIds;
import dev.foyer.meeting.webhook.WebhookSecret;
import dev.foyer.service.AllowedRoles;
import dev.foyer.service.Caller;
import dev.foyer.service.eventsourced.Answers;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A tenant's webhooks (H1). A secret is in the answer to the request that made it, and in no other. */
@Path("/internal/v1/tenants/{tenant}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Roles.ADMIN)
public class WebhooksResource {

    @Inject
    WebhookCommands webhooks;

    @Inject
    WebhookRequests requests;

    @Inject
    SecretSeal seal;

    @Inject
    TopicEnds ends;

    @Inject
    Caller caller;

    record AddRequest(
            @NotBlank @Text(TextKind.OPAQUE) String url,
            @NotNull @Text(TextKind.SOUGHT) List<String> types,
            @Text(value = TextKind.LINE, blankIsNone = true) String description) {}

    /** What is absent stays. @param noDescription whether the description goes */
    record ChangeRequest(
            @Text(TextKind.OPAQUE) String url,
            @Text(TextKind.SOUGHT) List<String> types,
            @Text(TextKind.LINE) String description,
            boolean noDescription,
            Boolean paused) {}

    record WebhookList(List<WebhookView> items) {}

    /** @param secret absent in the answer to a repetition. Prints nothing of it */
    record WithSecret(WebhookView webhook, String secret) {
        @Override
        public String toString() {
            return "WithSecret[" + webhook.id() + "]";
        }
    }

    /** All of them, in the order of their coming. */
    @GET
    @AllowedRoles({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    public CompletionStage<Response> list(String tenant) {
        return webhooks.of(tenant)
                .thenApply(all -> Response.ok(new WebhookList(all.byId().values().stream()
                                .map(webhook -> WebhookView.of(webhook, Instant.now()))
                                .toList()))
                        .build());
    }

    /** 201 with the webhook and its secret. */
    @POST
    public CompletionStage<Response> add(String tenant, @NotNull @Valid AddRequest request) {
        CommandMeta meta = caller.meta();
        List<String> types = requests.types(request.types());
        return requests.url(tenant, request.url())
                .thenCombine(ends.of(tenant), (url, from) -> {
                    String id = WebhookIds.make();
                    NewSecret secret = newSecret(tenant, id);
                    var command = new AddWebhook(id, url, types, request.description(), secret.sealed(), from);
                    return submit(tenant, command, meta).thenCompose(done -> answer(tenant, done, 201, secret));
                })
                .thenCompose(answer -> answer);
    }

    /** 200 with the webhook. */
    @PATCH
    @Path("/{webhookId}")
    public CompletionStage<Response> change(
            String tenant, @Pattern(regexp = WebhookIds.FORM) String webhookId, @NotNull @Valid ChangeRequest request) {
        CommandMeta meta = caller.meta();
        List<String> types = request.types() == null ? null : requests.types(request.types());
        boolean goesOn = Boolean.FALSE.equals(request.paused());
        return requests.urlOrNone(tenant, request.url())
                .thenCombine(goesOn ? ends.of(tenant) : CompletableFuture.completedStage(null), (url, from) -> {
                    var command = new ChangeWebhook(
                            webhookId,
                            url,
                            types,
                            request.description(),
                            request.noDescription(),
                            request.paused(),
                            from);
                    return submit(tenant, command, meta).thenCompose(done -> answer(tenant, done, 200, null));
                })
                .thenCompose(answer -> answer);
    }

    /** 200 with the webhook and its new secret. */
    @POST
    @Path("/{webhookId}/secret")
    public CompletionStage<Response> rotate(String tenant, @Pattern(regexp = WebhookIds.FORM) String webhookId) {
        NewSecret secret = newSecret(tenant, webhookId);
        return submit(tenant, new RotateWebhookSecret(webhookId, secret.sealed()), caller.meta())
                .thenCompose(done -> answer(tenant, done, 200, secret));
    }

    private NewSecret newSecret(String tenant, String webhookId) {
        WebhookSecret secret = WebhookSecret.make();
        return new NewSecret(secret, seal.seal(secret, tenant, webhookId));
    }

    /** 204; what is on its way is not delivered any more. */
    @DELETE
    @Path("/{webhookId}")
    public CompletionStage<Response> remove(String tenant, @Pattern(regexp = WebhookIds.FORM) String webhookId) {
        return webhooks.submit(tenant, new RemoveWebhook(webhookId), caller.meta())
                .thenApply(reply -> Answers.answer(reply, done -> Response.noContent(), WebhookRefusals::problem));
    }

    /** 204; at a tenant's end. */
    @DELETE
    @AllowedRoles(Roles.OPERATOR)
    public CompletionStage<Response> removeAll(String tenant) {
        return webhooks.submit(tenant, new RemoveAllWebhooks(), caller.meta())
                .thenApply(reply -> Answers.answer(reply, done -> Response.noContent(), WebhookRefusals::problem));
    }

    private record Done(String id, List<Position> positions) {}

    private CompletionStage<Done> submit(String tenant, WebhookCommand command, CommandMeta meta) {
        return webhooks.submit(tenant, command, meta).thenApply(reply -> switch (reply) {
            case Reply.Done<WebhookRefusal, WebhookAnswer>(
                    WebhookAnswer.WebhookNoted(String id),
                    List<Position> positions,
                    boolean _) -> new Done(id, positions);
            case Reply.Refused<WebhookRefusal, WebhookAnswer>(WebhookRefusal reason) ->
                throw WebhookRefusals.problem(reason).exception();
        });
    }

    /** @param made by this request, or {@code null} when it makes none */
    private CompletionStage<Response> answer(String tenant, Done done, int status, NewSecret made) {
        return webhooks.of(tenant).thenApply(all -> {
            Webhook webhook = all.find(done.id())
                    .orElseThrow(() -> WebhookRefusals.problem(new WebhookRefusal.WebhookNotFound())
                            .exception());
            var body =
                    new WithSecret(WebhookView.of(webhook, Instant.now()), made == null ? null : made.shown(webhook));
            return Answers.withPositions(Response.status(status).entity(body), done.positions())
                    .build();
        });
    }
}

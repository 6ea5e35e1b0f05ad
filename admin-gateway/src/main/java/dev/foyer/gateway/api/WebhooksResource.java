package dev.foyer.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.base.text.TextKind;
import dev.foyer.gateway.clients.Answered;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.clients.WebhooksClient;
import dev.foyer.gateway.clients.WebhooksClient.Change;
import dev.foyer.gateway.clients.WebhooksClient.Deliveries;
import dev.foyer.gateway.clients.WebhooksClient.Queued;
import dev.foyer.gateway.clients.WebhooksClient.WithSecret;
import dev.foyer.gateway.export.Export;
import dev.foyer.gateway.index.ResultPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a tenant's own systems are told what happens, as the Standard Webhooks specification has it. meeting-service owns them. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
@RunOnVirtualThread
public class WebhooksResource {

    /** What meeting-service gives at a time, at most. */
    private static final int OF_AN_EXPORT = 200;

    private static final String ID = "[A-Za-z0-9_-]{1,64}";

    @Inject
    ApiRequest request;

    @Inject
    ObjectMapper json;

    @Inject
    RemoteService<WebhooksClient> meetingService;

    @Inject
    ReadYourWrites readYourWrites;

    /** It will be sent. */
    public record Accepted(
            @Schema(description = "The webhook-id of its requests")
            String deliveryId) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "The tenant's webhooks, in the order of their coming; never with a secret")
    public ListAnswer<WebhookAnswer> list() {
        List<WebhookAnswer> all =
                meetingService.call(reading("list-webhooks", ""), WebhooksClient::list).body().items().stream()
                        .map(WebhookAnswer::of)
                        .toList();
        return new ListAnswer<>(all, null, all.size(), false);
    }

    @GET
    @Produces(Export.CSV_IF_ASKED)
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(hidden = true)
    public StreamingOutput csv(@RestQuery String separator) {
        List<WebhookAnswer> all = list().items();
        return new Export<>(cursor -> new ResultPage<>(all, null, all.size(), false))
                .csv(Tables.WEBHOOKS, Params.separator(separator));
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Adds a webhook; its secret is in this answer only",
            description =
                    "types are names as in out.<tenant>.events, such as foyer.meeting.CallerAdmitted.v1. The url is"
                            + " https and leads to no address on the inside. Deliveries are signed with the secret"
                            + " (webhook-id, webhook-timestamp, webhook-signature).")
    public WebhookAnswer add(Bodies.Webhook body) {
        Bodies.required(body);
        if (body.url() == null) {
            throw Problems.missing("url").exception();
        }
        if (body.types() == null) {
            throw Problems.missing("types").exception();
        }
        return answer(meetingService.call(
                request.command(KeyScope.of("add-webhook"), body),
                (webhooks, command) ->
                        webhooks.add(command, new WebhooksClient.Add(body.url(), body.types(), body.description()))));
    }

    @GET
    @Path("/{webhookId}")
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(summary = "One webhook; never with a secret")
    public WebhookAnswer get(String webhookId) {
        return list().items().stream()
                .filter(webhook -> webhook.id().equals(webhookId))
                .findFirst()
                .orElseThrow(() -> Problems.webhookNotFound().exception());
    }

    @PATCH
    @Path("/{webhookId}")
    @Consumes({MediaType.APPLICATION_JSON, Params.MERGE_PATCH})
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Changes url, types or description, pauses it or lets it go on",
            description =
                    "What is not said stays; a description of null, or an empty one, takes it away. paused: false lets it go on, also"
                            + " after it was disabled. What happens while it is paused is not delivered later.")
    public WebhookAnswer change(
            String webhookId,
            @RequestBody(content = @Content(schema = @Schema(implementation = Bodies.WebhookPatch.class)))
                    JsonNode patch)
            throws JsonProcessingException {
        return patch(webhookId, WebhookPatches.read(patch, json));
    }

    /** From the API or a form of the page. */
    public WebhookAnswer patch(String webhookId, Bodies.WebhookPatch body) {
        boolean none = body.description() != null && body.description().isBlank();
        String description = body.description() == null || none
                ? null
                : Params.text("description", TextKind.LINE, body.description());
        var wanted = new Change(body.url(), body.types(), description, none, body.paused());
        return answer(meetingService.call(
                request.command(new KeyScope("change-webhook", known(webhookId)), body),
                (webhooks, command) -> webhooks.change(command, webhookId, wanted)));
    }

    @DELETE
    @Path("/{webhookId}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Removes a webhook; what is on its way is not delivered any more")
    public void remove(String webhookId) {
        readYourWrites.await(meetingService.run(
                request.command(new KeyScope("remove-webhook", known(webhookId)), null),
                (webhooks, command) -> webhooks.remove(command, webhookId)));
    }

    @POST
    @Path("/{webhookId}/rotate-secret")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "A new secret, in this answer only",
            description = "For 24 hours deliveries carry two signatures, with the new secret and the one before.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook with its new secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookAnswer.class)))
    public WebhookAnswer rotate(String webhookId) {
        return answer(meetingService.call(
                request.command(new KeyScope("rotate-webhook-secret", known(webhookId)), null),
                (webhooks, command) -> webhooks.rotate(command, webhookId)));
    }

    @POST
    @Path("/{webhookId}/test")
    @ResponseStatus(202)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Sends an event foyer.test, whatever types the webhook has")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way; the list of deliveries shows what becomes of it",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Accepted.class)))
    public Accepted test(String webhookId) {
        return accepted(meetingService.call(
                request.command(new KeyScope("test-webhook", known(webhookId)), null),
                (webhooks, command) -> webhooks.test(command, webhookId)));
    }

    @GET
    @Path("/{webhookId}/deliveries")
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(
            summary = "What is on its way and what became of it, newest first",
            description = "Those that ended are remembered for a week, the last 6,000 of a webhook at most.")
    public ListAnswer<DeliveryAnswer> deliveries(
            String webhookId,
            @RestQuery String status,
            @RestQuery String type,
            @RestQuery String limit,
            @RestQuery String cursor) {
        ResultPage<DeliveryAnswer> page = page(
                reading("list-deliveries", known(webhookId)), webhookId, status, type, Params.limit(limit), cursor);
        return ListAnswer.of(page, delivery -> delivery);
    }

    @GET
    @Path("/{webhookId}/deliveries")
    @Produces(Export.CSV_IF_ASKED)
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(hidden = true)
    public StreamingOutput deliveriesCsv(
            String webhookId, @RestQuery String status, @RestQuery String type, @RestQuery String separator) {
        CommandContext asking = reading("list-deliveries", known(webhookId));
        return new Export<>(cursor -> page(asking, webhookId, status, type, OF_AN_EXPORT, cursor))
                .csv(Tables.DELIVERIES, Params.separator(separator));
    }

    private ResultPage<DeliveryAnswer> page(
            CommandContext asking, String webhookId, String status, String type, int limit, String cursor) {
        DeliveryAnswer.Status wanted = Params.oneOf("status", status, DeliveryAnswer.Status.class);
        Deliveries page = meetingService
                .call(
                        asking,
                        (webhooks, command) -> webhooks.deliveries(
                                command,
                                webhookId,
                                wanted == null ? null : wanted.name(),
                                orNull(type),
                                limit,
                                orNull(cursor)))
                .body();
        return new ResultPage<>(
                page.items().stream().map(DeliveryAnswer::of).toList(), page.next(), page.total(), false);
    }

    @POST
    @Path("/{webhookId}/deliveries/{deliveryId}/redeliver")
    @ResponseStatus(202)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Sends it once more, under the same webhook-id, whatever became of it")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Accepted.class)))
    public Accepted redeliver(String webhookId, String deliveryId) {
        if (!deliveryId.matches(ID)) {
            throw Problems.deliveryNotFound().exception();
        }
        return accepted(meetingService.call(
                request.command(new KeyScope("redeliver", known(webhookId) + "/" + deliveryId), null),
                (webhooks, command) -> webhooks.redeliver(command, webhookId, deliveryId)));
    }

    /** It looks like the id of one, or there is none. */
    private static String known(String webhookId) {
        if (!webhookId.matches(ID)) {
            throw Problems.webhookNotFound().exception();
        }
        return webhookId;
    }

    /** A question each time: no key makes it a repetition of an earlier one. */
    private CommandContext reading(String name, String subject) {
        String role =
                request.is(Roles.ADMIN) ? Roles.ADMIN : request.is(Roles.AUDITOR) ? Roles.AUDITOR : Roles.OPERATOR;
        return request.command(null, role, new KeyScope(name, subject), null);
    }

    /** The list asks who owns it; in the audit it shows when the index has it. */
    private WebhookAnswer answer(Answered<WithSecret> done) {
        readYourWrites.await(done);
        return WebhookAnswer.of(done.body());
    }

    private static Accepted accepted(Answered<Queued> done) {
        return new Accepted(done.body().deliveryId());
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

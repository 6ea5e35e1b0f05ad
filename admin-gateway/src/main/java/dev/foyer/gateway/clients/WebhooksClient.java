package dev.foyer.gateway.clients;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What the gateway asks of meeting-service about webhooks; its document of the same routes is held against this by a test. Called
 * through {@link RemoteService} only.
 */
@Path("/internal/v1/tenants/{tenant}/webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "meeting-service")
@RegisterProvider(ServiceJson.class)
@RegisterProvider(RefusalMapper.class)
@RegisterProvider(WholeSegments.class)
public interface WebhooksClient {

    @GET
    RestResponse<All> list(@BeanParam CommandParams command);

    @POST
    RestResponse<WithSecret> add(@BeanParam CommandParams command, Add body);

    @PATCH
    @Path("/{webhookId}")
    RestResponse<WithSecret> change(
            @BeanParam CommandParams command, @PathParam("webhookId") String webhookId, Change body);

    @POST
    @Path("/{webhookId}/secret")
    RestResponse<WithSecret> rotate(@BeanParam CommandParams command, @PathParam("webhookId") String webhookId);

    @DELETE
    @Path("/{webhookId}")
    RestResponse<Void> remove(@BeanParam CommandParams command, @PathParam("webhookId") String webhookId);

    /** At a tenant's end. */
    @DELETE
    RestResponse<Void> removeAll(@BeanParam CommandParams command);

    @POST
    @Path("/{webhookId}/test")
    RestResponse<Queued> test(@BeanParam CommandParams command, @PathParam("webhookId") String webhookId);

    @GET
    @Path("/{webhookId}/deliveries")
    RestResponse<Deliveries> deliveries(
            @BeanParam CommandParams command,
            @PathParam("webhookId") String webhookId,
            @QueryParam("status") String status,
            @QueryParam("type") String type,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @POST
    @Path("/{webhookId}/deliveries/{deliveryId}/redeliver")
    RestResponse<Queued> redeliver(
            @BeanParam CommandParams command,
            @PathParam("webhookId") String webhookId,
            @PathParam("deliveryId") String deliveryId);

    /** @param description {@code null}: none */
    record Add(String url, List<String> types, String description) {}

    /** What is {@code null} stays. @param noDescription whether the description goes */
    record Change(String url, List<String> types, String description, boolean noDescription, Boolean paused) {}

    /** In the order of their coming. */
    record All(List<Webhook> items) {}

    /** As meeting-service tells of one. */
    record Webhook(
            String id,
            String url,
            List<String> types,
            String description,
            String status,
            String disabledFor,
            Instant addedAt,
            Instant failingSince,
            Instant previousSecretUntil) {}

    /** @param secret {@code null} in the answer to a repetition. Prints nothing of it */
    record WithSecret(Webhook webhook, String secret) {
        @Override
        public String toString() {
            return "WithSecret[" + webhook.id() + "]";
        }
    }

    /** It is on its way. */
    record Queued(String deliveryId) {}

    /** @param next {@code null} at the end */
    record Deliveries(List<Delivery> items, String next, int total) {}

    /** @param nextAttemptAt {@code null}: it is settled */
    record Delivery(
            String id,
            String type,
            String status,
            int attempts,
            Instant nextAttemptAt,
            Integer responseStatus,
            String reason,
            Instant queuedAt,
            Instant at) {}
}

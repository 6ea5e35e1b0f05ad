package dev.foyer.gateway.clients;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What the gateway asks of notification-service; its document of the same routes is held against this by a test. Called
 * through {@link RemoteService} only.
 */
@Path("/internal/v1/tenants/{tenant}/users/{userId}/notifications/{notificationId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "notification-service")
@RegisterProvider(ServiceJson.class)
@RegisterProvider(RefusalMapper.class)
@RegisterProvider(WholeSegments.class)
public interface NotificationServiceClient {

    @POST
    @Path("/send")
    RestResponse<Void> send(
            @BeanParam CommandParams command,
            @PathParam("userId") String userId,
            @PathParam("notificationId") String notificationId,
            Send body);

    @POST
    @Path("/discard")
    RestResponse<Void> discard(
            @BeanParam CommandParams command,
            @PathParam("userId") String userId,
            @PathParam("notificationId") String notificationId);

    @POST
    @Path("/hand-over")
    RestResponse<Void> handOver(
            @BeanParam CommandParams command,
            @PathParam("userId") String userId,
            @PathParam("notificationId") String notificationId);

    @POST
    @Path("/retry")
    RestResponse<Void> retry(
            @BeanParam CommandParams command,
            @PathParam("userId") String userId,
            @PathParam("notificationId") String notificationId);

    @POST
    @Path("/reveal")
    RestResponse<RevealedPin> reveal(
            @BeanParam CommandParams command,
            @PathParam("userId") String userId,
            @PathParam("notificationId") String notificationId);

    /** @param toAddress instead of the user's own; {@code null}: the user's own */
    record Send(String toAddress) {}

    /** The PIN of a held mail, in this one answer (rule A4). Prints nothing of it. */
    record RevealedPin(String pin) {
        @Override
        public String toString() {
            return "RevealedPin[]";
        }
    }
}

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

/** Letters of notification-service; its document of the same routes is held against this by a test. */
@Path("/internal/v1/tenants/{tenant}/dead-letters/{letter}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "notification-service")
@RegisterProvider(ServiceJson.class)
@RegisterProvider(RefusalMapper.class)
@RegisterProvider(WholeSegments.class)
public interface NotificationDeadLettersClient extends DeadLettersClient {

    @Override
    @POST
    @Path("/replay")
    RestResponse<Replayed> replay(@BeanParam CommandParams command, @PathParam("letter") String letter, Letter body);

    @Override
    @POST
    @Path("/discard")
    RestResponse<Void> discard(@BeanParam CommandParams command, @PathParam("letter") String letter, Letter body);
}

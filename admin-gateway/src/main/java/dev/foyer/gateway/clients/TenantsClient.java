package dev.foyer.gateway.clients;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Who holds the key to the broker and takes nothing but names. Called through {@link RemoteTenants} only. */
@Path("/tenants")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "tenants")
@RegisterProvider(ServiceJson.class)
@RegisterProvider(RefusalMapper.class)
public interface TenantsClient {

    @POST
    RestResponse<Made> add(Wanted body);

    /** 204: it is gone; 202: it goes. */
    @DELETE
    @Path("/{tenant}")
    RestResponse<Void> remove(@PathParam("tenant") String tenant);

    /** @param administrator {@code null}: called as usual */
    record Wanted(String tenant, String administrator) {}

    /** Complete. */
    record Made(String tenant, Administrator administrator) {}

    /** Its first account. Prints nothing of the password. */
    record Administrator(String name, String password) {
        @Override
        public String toString() {
            return "Administrator[" + name + "]";
        }
    }
}

package dev.foyer.gateway.clients;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Who holds the key to the broker, and takes nothing but names from operators: what of a tenant is at the broker and in the
 * accounts' file. Each call may be repeated. Called through {@link RemoteService} only.
 */
@Path("/tenants/{tenant}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "tenants")
@RegisterProvider(ServiceJson.class)
@RegisterProvider(RefusalMapper.class)
public interface TenantsClient {

    /** Makes topics, the user of its systems, rules and the first account; a repetition gets the same answer. */
    @PUT
    RestResponse<Made> add(@BeanParam CommandParams command, Wanted body);

    /** From now on its systems may do nothing at the broker, and its accounts are none. */
    @POST
    @Path("/closing")
    RestResponse<Void> close(@BeanParam CommandParams command);

    /** 204: what its systems wrote before is read; 202: not yet. */
    @POST
    @Path("/reading")
    RestResponse<Void> awaitRead(@BeanParam CommandParams command);

    /** Removes users whose ids no path can say; from before that was refused. */
    @POST
    @Path("/unaddressable-users")
    RestResponse<Void> removeUnaddressable(@BeanParam CommandParams command, Users body);

    /** Takes away what is left of it at the broker. Only after {@link #close}. */
    @DELETE
    RestResponse<Void> drop(@BeanParam CommandParams command);

    /** Ids. */
    record Users(Set<String> users) {}

    /**
     * @param account whether it gets an account of ours
     * @param administrator what that is called; {@code null}: as usual
     */
    record Wanted(boolean account, String administrator) {}

    /** @param administrator {@code null}: its people have accounts elsewhere */
    record Made(String tenant, Administrator administrator) {}

    /** Its first account. Prints nothing of the password. */
    record Administrator(String name, String password) {
        @Override
        public String toString() {
            return "Administrator[" + name + "]";
        }
    }
}

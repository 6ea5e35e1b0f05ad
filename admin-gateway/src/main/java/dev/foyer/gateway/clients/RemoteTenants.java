package dev.foyer.gateway.clients;

import dev.foyer.gateway.clients.TenantsClient.Made;
import dev.foyer.gateway.clients.TenantsClient.Wanted;
import io.vertx.core.VertxException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Asked once, without another try: a second one would be told that the tenant is there already, and the password of its
 * administrator would be lost. Blocks its caller, which is a virtual thread.
 */
@ApplicationScoped
public class RemoteTenants {

    private static final String NAME = "tenants";

    @Inject
    ClientsConfig config;

    @Inject
    @RestClient
    TenantsClient client;

    /** Whether there is anybody to ask. */
    public boolean isConfigured() {
        return config.tenantsUrl().isPresent();
    }

    /** @throws dev.foyer.base.Problem.ProblemException what it answered when it was no success; 503 when it is away */
    public Made add(Wanted wanted) {
        RestResponse<Made> answer = once(() -> client.add(wanted));
        if (answer.getEntity() == null) {
            throw ServiceProblems.failed(NAME, answer.getStatus()).exception();
        }
        return answer.getEntity();
    }

    /** @return whether it is gone; otherwise it goes. As {@link #add} in everything else. */
    public boolean remove(String tenant) {
        return once(() -> client.remove(tenant)).getStatus() != RestResponse.StatusCode.ACCEPTED;
    }

    private static <T> RestResponse<T> once(Supplier<RestResponse<T>> call) {
        try {
            return call.get();
        } catch (ServiceRefusal e) {
            throw ServiceProblems.of(NAME, e).exception();
        } catch (ProcessingException | WebApplicationException | VertxException _) {
            throw ServiceProblems.away(NAME).exception();
        }
    }
}

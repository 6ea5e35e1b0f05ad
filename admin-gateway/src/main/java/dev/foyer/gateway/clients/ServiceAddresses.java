package dev.foyer.gateway.clients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.Config;

/**
 * Where the REST clients call: at {@code foyer.<service>-url}, unless their own setting {@code quarkus.rest-client.<service>.url} says
 * otherwise, a balancer of one's own, say. Whatever is asked or demanded of a service besides is asked of that same address.
 */
@ApplicationScoped
class ServiceAddresses {

    @Inject
    Config config;

    /** @param service as its REST clients are configured */
    URI of(String service) {
        return config.getValue("quarkus.rest-client." + service + ".url", URI.class);
    }
}

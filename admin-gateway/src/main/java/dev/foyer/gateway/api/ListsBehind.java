package dev.foyer.gateway.api;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A list that could not wait for all that had happened says so, in the words of {@link ReadYourWrites}. */
@Singleton
class ListsBehind {

    @ServerResponseFilter
    void say(ContainerResponseContext response) {
        if (response.getEntity() instanceof MayBeBehind list && list.behind()) {
            response.getHeaders().putSingle(ReadYourWrites.HEADER, ReadYourWrites.BEHIND);
        }
    }
}

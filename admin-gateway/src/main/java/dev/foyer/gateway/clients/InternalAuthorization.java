package dev.foyer.gateway.clients;

import dev.foyer.service.InternalToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Shows the services that we are one of them. Hands on nothing of our own caller's headers. */
@ApplicationScoped
public class InternalAuthorization implements ClientHeadersFactory {

    @Inject
    InternalToken token;

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle(HttpHeaders.AUTHORIZATION, token.authorization());
        return headers;
    }
}

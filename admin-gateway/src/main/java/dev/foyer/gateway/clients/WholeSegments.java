package dev.foyer.gateway.clients;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;

/** An id with a semicolon stays one: the client would send it as it is, where a server reads what follows as a parameter. */
public final class WholeSegments implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        String address = request.getUri().toString();
        if (address.indexOf(';') >= 0) {
            request.setUri(URI.create(address.replace(";", "%3B")));
        }
    }
}

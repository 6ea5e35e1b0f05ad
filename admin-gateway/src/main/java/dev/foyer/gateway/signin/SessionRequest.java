package dev.foyer.gateway.signin;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose session it is. */
final class SessionRequest extends BaseAuthenticationRequest {

    private final Session session;

    SessionRequest(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }
}

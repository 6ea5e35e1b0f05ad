package dev.foyer.gateway.signin;

import dev.foyer.gateway.accounts.Identities;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The cookie of the page: it names an account, which must still be as it was, and not have signed out. */
@ApplicationScoped
public class SessionIdentityProvider implements IdentityProvider<SessionRequest> {

    static final String SESSION = "session";

    @Inject
    Sessions sessions;

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        Session session = request.session();
        return context.runBlocking(() -> sessions.holder(session)
                .<SecurityIdentity>map(account -> Identities.with(account)
                        .addAttribute(SESSION, session)
                        .addAttribute(Identities.BEGAN, session.began())
                        .build())
                .orElseThrow(AuthenticationFailedException::new));
    }
}

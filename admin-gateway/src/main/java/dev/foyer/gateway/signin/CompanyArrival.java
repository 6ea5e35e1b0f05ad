package dev.foyer.gateway.signin;

import io.quarkus.oidc.AuthenticationCompletionAction;
import io.quarkus.security.AuthenticationRedirectException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Somebody has come back from their company: a session of ours begins. They are led on before Quarkus begins one of its
 * own, so that no token of theirs is kept anywhere, not even sealed, and the code is worth one session.
 */
@ApplicationScoped
public class CompanyArrival implements AuthenticationCompletionAction {

    /** Leads on into the page. */
    public static final String ARRIVED = "/admin/sign-in/arrived";

    private static final int SEE_OTHER = 303;

    @Inject
    PageSessions sessions;

    @Override
    public Uni<Void> action(AuthenticationCompletionContext arrival) {
        return arrival.requestContext()
                .runBlocking(() -> {
                    sessions.signInFromCompany(arrival.identity(), arrival.routingContext());
                    return arrival.identity();
                })
                .onItem()
                .failWith(() -> new AuthenticationRedirectException(SEE_OTHER, ARRIVED))
                .replaceWithVoid();
    }
}

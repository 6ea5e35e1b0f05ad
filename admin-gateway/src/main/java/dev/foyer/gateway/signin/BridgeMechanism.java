package dev.foyer.gateway.signin;

import dev.foyer.gateway.company.ApiMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Bridges sign in as every program does; beside them the phone of a demo, by its cookie. Who brings credentials means those. */
@ApplicationScoped
public class BridgeMechanism implements HttpAuthenticationMechanism {

    /** What configuration calls it. */
    private static final String SCHEME = "bridge";

    @Inject
    ApiMechanism programs;

    @Inject
    PhoneSessions phones;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Optional<Session> phone = context.request().headers().contains("Authorization")
                ? Optional.empty()
                : phones.read(context.request());
        return phone.map(session -> identities
                        .authenticate(new SessionRequest(session))
                        .onFailure(AuthenticationFailedException.class)
                        .recoverWithNull())
                .orElseGet(() -> programs.authenticate(context, identities));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return programs.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.OTHER_HEADER, SCHEME, SCHEME));
    }
}

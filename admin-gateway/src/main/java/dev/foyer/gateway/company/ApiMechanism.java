package dev.foyer.gateway.company;

import dev.foyer.base.Unavailable;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.BasicAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The API: a bearer token where people sign in with their company, else name and password. Never a cookie. */
@ApplicationScoped
public class ApiMechanism implements HttpAuthenticationMechanism {

    /** What configuration calls it. */
    private static final String SCHEME = "api";

    @Inject
    Companies companies;

    @Inject
    OidcAuthenticationMechanism tokens;

    @Inject
    BasicAuthenticationMechanism passwords;

    @Inject
    CompanyReport report;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        if (!companies.isThereAny()) {
            return passwords.authenticate(context, identities);
        }
        Optional<String> token = Bearer.of(context);
        if (token.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return token.flatMap(Company::claims)
                .flatMap(claims -> companies.ofIssuer(claims.path("iss").asText()))
                .map(company -> ProviderCalls.patiently(() -> tokens.authenticate(context, identities))
                        .onFailure()
                        .transform(failure -> refusal(company, failure)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    /** Says no more than that: which check failed is the operator's to know. */
    private RuntimeException refusal(Company company, Throwable failure) {
        if (failure instanceof Unavailable ourselves) {
            return ourselves;
        }
        if (ProviderCalls.isAway(failure)) {
            report.away(company, failure);
            return ProviderCalls.away().exception();
        }
        report.refused(company, failure);
        return new AuthenticationFailedException();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401));
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, SCHEME, SCHEME));
    }
}

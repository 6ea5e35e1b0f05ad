package dev.foyer.gateway.company;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The page's way to a company and back. Quarkus walks it; nobody stays here: who has not signed in is led to the provider, who
 * comes back is led on into a session of ours, or to a page that says why not.
 */
@ApplicationScoped
public class CompanyMechanism implements HttpAuthenticationMechanism {

    /** Says that the company did not sign one in. */
    public static final String FAILED = "/admin/sign-in/failed";

    /** Says that the company does not answer. */
    public static final String AWAY = "/admin/sign-in/away";

    /** Asks for the company. */
    public static final String CHOICE = "/admin/sign-in/organization";

    /** What configuration calls it. */
    private static final String SCHEME = "company";

    private static final int SEE_OTHER = 303;

    @Inject
    CompanyResolver resolver;

    @Inject
    OidcAuthenticationMechanism codeFlow;

    @Inject
    CompanyReport report;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Optional<Company> company = resolver.ofPage(context);
        if (company.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return ProviderCalls.patiently(() -> codeFlow.authenticate(context, identities))
                .onItem()
                .invoke(identity -> refuseStray(context, identity))
                .onFailure()
                .transform(failure -> leadOn(company.get(), failure));
    }

    /** A way back that nobody went out on from this browser: another one's code, or one that took too long. */
    private static void refuseStray(RoutingContext context, SecurityIdentity identity) {
        if (identity == null && context.queryParams().contains("state")) {
            throw new AuthenticationCompletionException();
        }
    }

    private AuthenticationRedirectException leadOn(Company company, Throwable failure) {
        if (failure instanceof AuthenticationRedirectException on) {
            return on;
        }
        if (ProviderCalls.isAway(failure)) {
            report.away(company, failure);
            return new AuthenticationRedirectException(SEE_OTHER, AWAY);
        }
        report.failed(company, failure);
        return new AuthenticationRedirectException(SEE_OTHER, FAILED);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        Optional<Company> company = resolver.ofPage(context);
        if (company.isEmpty()) {
            return Uni.createFrom().item(to(CHOICE));
        }
        return ProviderCalls.patiently(() -> codeFlow.getChallenge(context))
                .onFailure()
                .invoke(failure -> report.away(company.get(), failure))
                .onFailure()
                .recoverWithItem(to(AWAY));
    }

    private static ChallengeData to(String path) {
        return new ChallengeData(SEE_OTHER, "Location", path);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION_CODE, SCHEME, SCHEME));
    }
}

package dev.foyer.gateway.company;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * Where people sign out at their company, too (RP-initiated logout). The provider is told who we are and asks the person; it is
 * not told by an ID token who the person is, since that would stand in an address.
 */
@ApplicationScoped
public class CompanySignOut {

    @Inject
    Companies companies;

    @Inject
    OidcAuthenticationMechanism providers;

    @Inject
    TenantConfigBean connected;

    @Inject
    CompanyReport report;

    /**
     * The provider's address for that; empty when it has none, or is away. Blocks.
     *
     * @param request of {@link CompanyResolver#SIGN_OUT}
     * @param back the path of ours that it leads back to
     */
    public Optional<String> at(String name, RoutingContext request, String back) {
        return companies
                .named(name)
                .filter(company -> isConnected(company, request))
                .map(company -> connected.getDynamicTenant(CompanyResolver.idAtApi(company.name())))
                .map(TenantConfigContext::getOidcMetadata)
                .map(metadata -> metadata.getEndSessionUri())
                .filter(end -> end.startsWith("https://") || end.startsWith("http://"))
                .map(end -> end + (end.contains("?") ? "&" : "?") + "client_id="
                        + encoded(companies.named(name).orElseThrow().provider().clientId())
                        + "&post_logout_redirect_uri="
                        + encoded(own(request.request()) + back));
    }

    /** This gateway may be another one than that of the sign-in; making a challenge is what connects it. */
    private boolean isConnected(Company company, RoutingContext request) {
        try {
            ProviderCalls.patiently(() -> providers.getChallenge(request))
                    .await()
                    .atMost(ProviderCalls.PATIENCE);
            return true;
        } catch (RuntimeException e) {
            report.away(company, e);
            return false;
        }
    }

    /** One of our names: others were refused before. */
    private static String own(HttpServerRequest request) {
        return request.scheme() + "://" + request.authority();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}

package dev.foyer.gateway.company;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which provider a request has to do with: at the page the one in the address, at the API the one that the token says it
 * is of. That is looked up before anything of the token is checked, which only decides by whose keys it is checked then.
 */
@ApplicationScoped
public class CompanyResolver implements TenantConfigResolver {

    /** Behind it stands the provider's name. */
    public static final String PATH = "/admin/sign-in/company/";

    private static final String BEARER = "Bearer ";

    @Inject
    Companies companies;

    private final Map<String, OidcTenantConfig> configs = new ConcurrentHashMap<>();

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        return company(request)
                .map(company -> Uni.createFrom().item(configs.computeIfAbsent(company.name(), _ -> config(company))))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Optional<Company> company(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.startsWith(PATH)) {
            return companies.named(path.substring(PATH.length()));
        }
        String authorization = request.request().getHeader("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        return Company.claims(authorization.substring(BEARER.length()).strip())
                .flatMap(claims -> companies.ofIssuer(claims.path("iss").asText()));
    }

    private static OidcTenantConfig config(Company company) {
        return OidcTenantConfig.authServerUrl(company.issuer())
                .tenantId(company.name())
                .applicationType(ApplicationType.HYBRID)
                .clientId(company.provider().clientId())
                .credentials(company.secret())
                .token()
                .issuer(company.issuer())
                .audience(company.provider().clientId())
                .end()
                .authentication()
                .redirectPath(PATH + company.name())
                .cookiePath(PATH + company.name())
                .pkceRequired()
                .end()
                .build();
    }
}

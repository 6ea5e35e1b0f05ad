package dev.foyer.gateway.company;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Which provider a request has to do with, and how: at the page the one in the address, by the code flow and nothing else; at
 * the API the one that the token says it is of, by its keys and nothing else. What a token says is looked up before anything
 * of it is checked, which only decides by whose keys it is checked then.
 */
@ApplicationScoped
public class CompanyResolver implements TenantConfigResolver {

    /** Where one goes to the provider and comes back; behind it stands the provider's name. */
    public static final String SIGN_IN = "/admin/sign-in/company/";

    /** Where one goes to the provider to sign out there, too. */
    public static final String SIGN_OUT = "/admin/sign-out/company/";

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** The clocks of two computers. */
    private static final int GRACE_SECONDS = 5;

    /** A token of a key that we do not know makes us ask for the keys, so often at most: anybody can write such a token. */
    private static final Duration KEYS_AT_MOST_EACH = Duration.ofSeconds(30);

    @Inject
    Companies companies;

    private final Map<String, OidcTenantConfig> configs = new ConcurrentHashMap<>();

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        return Uni.createFrom().item(config(request).orElse(null));
    }

    private Optional<OidcTenantConfig> config(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.startsWith(SIGN_IN)) {
            return ofPage(request).map(company -> once(company.name(), company, CompanyResolver::page));
        }
        Optional<Company> company = path.startsWith(SIGN_OUT)
                ? companies.named(path.substring(SIGN_OUT.length()))
                : Bearer.of(request)
                        .flatMap(Company::claims)
                        .flatMap(claims -> companies.ofIssuer(claims.path("iss").asText()));
        return company.map(found -> once(idAtApi(found.name()), found, CompanyResolver::api));
    }

    /** The one in the address of the page; none where the address ends before a name, or is another. */
    Optional<Company> ofPage(RoutingContext request) {
        String path = request.normalizedPath();
        return path.startsWith(SIGN_IN) ? companies.named(path.substring(SIGN_IN.length())) : Optional.empty();
    }

    /** What Quarkus calls it at the API; a name of ours has no dot. */
    static String idAtApi(String name) {
        return "api." + name;
    }

    /** Always the same object: for another one Quarkus would make a new connection. */
    private OidcTenantConfig once(String id, Company company, Function<Company, OidcTenantConfig> made) {
        return configs.computeIfAbsent(id, _ -> made.apply(company));
    }

    private static OidcTenantConfig page(Company company) {
        String path = SIGN_IN + company.name();
        return common(company, company.name())
                .applicationType(ApplicationType.WEB_APP)
                .credentials(company.secret())
                .authentication()
                .scopes(company.provider().scopes())
                .redirectPath(path)
                .cookiePath(path)
                .pkceRequired()
                .nonceRequired()
                .end()
                .build();
    }

    private static OidcTenantConfig api(Company company) {
        return common(company, idAtApi(company.name()))
                .applicationType(ApplicationType.SERVICE)
                .build();
    }

    private static OidcTenantConfigBuilder common(Company company, String id) {
        OidcTenantConfigBuilder config = OidcTenantConfig.authServerUrl(company.issuer())
                .tenantId(id)
                .clientId(company.provider().clientId())
                .connectionTimeout(CONNECT)
                .token()
                .issuer(company.issuer())
                .audience(company.provider().clientId())
                .lifespanGrace(GRACE_SECONDS)
                .forcedJwkRefreshInterval(KEYS_AT_MOST_EACH)
                // Asked whether a token is good, a provider does not say for whom.
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end();
        company.provider().tlsConfigurationName().ifPresent(config::tlsConfigurationName);
        return config;
    }
}

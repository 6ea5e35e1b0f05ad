package dev.foyer.gateway.company;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.TenantName;
import dev.foyer.gateway.accounts.Account;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The providers, checked at the start. None of them need be there then. Thread-safe. */
@ApplicationScoped
public class Companies {

    /** It also seals what stands in cookies between here and the provider. */
    private static final int SHORTEST_SECRET = 32;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    @Inject
    CompaniesConfig config;

    @Inject
    TlsConfigurationRegistry tls;

    private final Map<String, Company> byName = new LinkedHashMap<>();
    private final Map<String, Company> byIssuer = new HashMap<>();
    private final Map<String, Company> byTenant = new HashMap<>();

    void read(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        config.providers().forEach((name, provider) -> {
            check(name, provider);
            Company company = new Company(
                    name,
                    provider,
                    provider.clientSecretFile().map(file -> secret(name, file)).orElse(null));
            byName.put(name, company);
            if (byIssuer.put(company.issuer(), company) != null) {
                throw bad(name, "has the issuer of another one; an issuer speaks for the tenants of one.");
            }
            for (String tenant : company.tenants()) {
                if (byTenant.put(tenant, company) != null) {
                    throw bad(name, "speaks for " + tenant + ", as another one does; a tenant has one provider.");
                }
            }
        });
    }

    /** Whether people sign in with their company; then nobody signs in with a password of ours. */
    public boolean isThereAny() {
        return !config.providers().isEmpty();
    }

    /** The one that may speak for that tenant, by our name; whether there is such a tenant is told elsewhere. */
    public Optional<String> ofTenant(String tenant) {
        return Optional.ofNullable(byTenant.get(tenant))
                .or(() -> Optional.ofNullable(byTenant.get(Company.ANY)).filter(_ -> TenantName.isValid(tenant)))
                .map(Company::name);
    }

    /** Whether a provider has this very tenant in its configuration. */
    public boolean isNamed(String tenant) {
        return byTenant.containsKey(tenant) && !tenant.equals(Company.ANY);
    }

    /** The only one whose people sign in to the page, when there is only one. */
    public Optional<String> only() {
        List<String> names = byName.values().stream()
                .filter(company -> !company.isOfOperators())
                .map(Company::name)
                .toList();
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    /** One whose people sign in to the page: operators have none. */
    Optional<Company> named(String name) {
        return Optional.ofNullable(byName.get(name)).filter(company -> !company.isOfOperators());
    }

    /**
     * Who a token of that issuer speaks of.
     *
     * @param claims whose signature, issuer, audience and time were found right
     */
    Optional<Account> account(String issuer, JsonNode claims) {
        return ofIssuer(issuer)
                .flatMap(company -> company.account(claims)
                        .filter(account -> company.isOfOperators()
                                || ofTenant(account.tenant()).equals(Optional.of(company.name()))));
    }

    Optional<Company> ofIssuer(String issuer) {
        return Optional.ofNullable(byIssuer.get(issuer));
    }

    private void check(String name, CompaniesConfig.Provider provider) {
        if (!name.matches("[a-z0-9-]{1,32}")) {
            throw bad(name, "has a name that is not of letters a to z, digits and - only; it stands in addresses.");
        }
        URI issuer = provider.issuerUrl();
        if (issuer.getHost() == null || issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
            throw bad(name, "has the issuer-url " + issuer + ", which is not an address as issuers are.");
        }
        if (!"https".equals(issuer.getScheme())
                && !("http".equals(issuer.getScheme()) && LOOPBACK.contains(issuer.getHost()))) {
            throw bad(name, "has an issuer-url that is not https; who is between could be everybody.");
        }
        if (provider.operators()) {
            checkOfOperators(name, provider);
        } else {
            checkOfTenants(name, provider);
        }
        provider.roles().values().stream()
                .filter(role -> !(provider.operators() ? Company.OPERATORS : Company.ROLES).contains(role))
                .findFirst()
                .ifPresent(role -> {
                    throw bad(
                            name,
                            "maps to the role " + role + ", which is none that "
                                    + (provider.operators() ? "operators have." : "people of a company have."));
                });
        provider.tlsConfigurationName()
                .filter(named -> tls.get(named).isEmpty())
                .ifPresent(named -> {
                    throw bad(name, "names the TLS configuration " + named + ", which quarkus.tls does not have.");
                });
    }

    /** What would do nothing is refused: somebody has thought that it does something. */
    private static void checkOfOperators(String name, CompaniesConfig.Provider provider) {
        Map<String, Optional<?>> without = new LinkedHashMap<>();
        without.put("tenants", provider.tenants());
        without.put("tenant-claim", provider.tenantClaim());
        without.put("user-id-claim", provider.userIdClaim());
        without.put("client-secret-file", provider.clientSecretFile());
        without.forEach((key, value) -> value.ifPresent(_ -> {
            throw bad(name, "makes operators, who are of no tenant and have no page; leave " + key + " out.");
        }));
    }

    private static void checkOfTenants(String name, CompaniesConfig.Provider provider) {
        Set<String> tenants = provider.tenants().orElse(Set.of());
        if (tenants.isEmpty()) {
            throw bad(name, "speaks for no tenant; name one in tenants.");
        }
        for (String tenant : tenants) {
            if (!tenant.equals(Company.ANY) && !TenantName.isValid(tenant)) {
                throw bad(name, "speaks for " + tenant + ", which no tenant can be called; see tenants.");
            }
        }
        boolean several = tenants.size() > 1 || tenants.contains(Company.ANY);
        if (several == provider.tenantClaim().isEmpty()) {
            throw bad(
                    name,
                    several
                            ? "speaks for several tenants; name the claim that says which in tenant-claim."
                            : "speaks for one tenant; tenant-claim would do nothing, leave it out.");
        }
        if (provider.userIdClaim().isEmpty()) {
            throw bad(name, "has no user-id-claim; without it nobody knows whose PIN is the own one.");
        }
        if (provider.clientSecretFile().isEmpty()) {
            throw bad(name, "has no client-secret-file.");
        }
    }

    private static String secret(String name, Path file) {
        try {
            String secret = Files.readString(file).strip();
            if (secret.length() < SHORTEST_SECRET) {
                throw bad(name, "has a client secret of fewer than " + SHORTEST_SECRET + " characters.");
            }
            return secret;
        } catch (IOException e) {
            throw bad(name, "has its client-secret-file " + file + ", which cannot be read.");
        }
    }

    private static ConfigurationException bad(String name, String what) {
        return new ConfigurationException("The OpenID Connect provider foyer.oidc." + name + " " + what);
    }
}

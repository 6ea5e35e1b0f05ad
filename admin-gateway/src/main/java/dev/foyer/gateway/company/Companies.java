package dev.foyer.gateway.company;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
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
            Company company = new Company(name, provider, secret(name, provider));
            byName.put(name, company);
            if (byIssuer.put(company.issuer(), company) != null) {
                throw bad(name, "has the issuer of another one; an issuer speaks for the tenants of one.");
            }
            for (String tenant : provider.tenants()) {
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

    /** The one of that tenant, by our name. */
    public Optional<String> ofTenant(String tenant) {
        return Optional.ofNullable(byTenant.get(tenant)).map(Company::name);
    }

    /** The only one, when there is only one. */
    public Optional<String> only() {
        return byName.size() == 1 ? byName.keySet().stream().findFirst() : Optional.empty();
    }

    Optional<Company> named(String name) {
        return Optional.ofNullable(byName.get(name));
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
        if (provider.tenants().isEmpty()) {
            throw bad(name, "speaks for no tenant; name one in tenants.");
        }
        if (provider.tenants().size() > 1 == provider.tenantClaim().isEmpty()) {
            throw bad(
                    name,
                    provider.tenantClaim().isEmpty()
                            ? "speaks for several tenants; name the claim that says which in tenant-claim."
                            : "speaks for one tenant; tenant-claim would do nothing, leave it out.");
        }
        provider.roles().values().stream()
                .filter(role -> !Company.ROLES.contains(role))
                .findFirst()
                .ifPresent(role -> {
                    throw bad(name, "maps to the role " + role + ", which is none that people of a company have.");
                });
        provider.tlsConfigurationName()
                .filter(named -> tls.get(named).isEmpty())
                .ifPresent(named -> {
                    throw bad(name, "names the TLS configuration " + named + ", which quarkus.tls does not have.");
                });
    }

    private static String secret(String name, CompaniesConfig.Provider provider) {
        try {
            String secret = Files.readString(provider.clientSecretFile()).strip();
            if (secret.length() < SHORTEST_SECRET) {
                throw bad(name, "has a client secret of fewer than " + SHORTEST_SECRET + " characters.");
            }
            return secret;
        } catch (IOException e) {
            throw bad(name, "has its client-secret-file " + provider.clientSecretFile() + ", which cannot be read.");
        }
    }

    private static ConfigurationException bad(String name, String what) {
        return new ConfigurationException("The OpenID Connect provider foyer.oidc." + name + " " + what);
    }
}

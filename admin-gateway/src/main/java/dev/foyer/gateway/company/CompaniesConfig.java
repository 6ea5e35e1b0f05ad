package dev.foyer.gateway.company;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The OpenID Connect providers, by a name of ours that stands in addresses. With any of them there are no embedded accounts. */
@ConfigMapping(prefix = "foyer.oidc")
public interface CompaniesConfig {

    @WithParentName
    Map<String, Provider> providers();

    /** One provider. */
    interface Provider {

        /** Its issuer, letter by letter; the discovery document lies under it. Tokens of another issuer are not believed. */
        URI issuerUrl();

        /** We, at the provider; also the audience that every token must be for. */
        String clientId();

        /** The client's secret, in a file that only its owner can read; operators', who have no page, have none. */
        Optional<Path> clientSecretFile();

        /** Whether its people are operators of all tenants; then it speaks for no tenant, and others make no operators. */
        @WithDefault("false")
        boolean operators();

        /** The tenants that it may speak for, or {@code *}: whichever is added and no other provider names. */
        Optional<Set<String>> tenants();

        /** The claim that says which of its tenants; needed when there may be several, refused when there is one. */
        Optional<String> tenantClaim();

        /** The claim with the account's name, which stands in every event. */
        @WithDefault("preferred_username")
        String accountClaim();

        /** The claim with the person's user id in the tenant's directory: by it we know whose PIN is the own one (A3). */
        Optional<String> userIdClaim();

        /** The claim with the roles, a list; {@code /} leads into objects. */
        @WithDefault("realm_access/roles")
        String rolesClaim();

        /** From a role of the provider to one of ours; none: a role counts when it has the name of one of ours. */
        Map<String, String> roles();

        /** What the page asks the provider for, besides {@code openid}, so that these claims are in the ID token. */
        @WithDefault("profile")
        List<String> scopes();

        /** A TLS configuration ({@code quarkus.tls.<name>}) with the authorities to believe; none: those of the JVM. */
        Optional<String> tlsConfigurationName();
    }
}

package dev.foyer.gateway.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.Roles;
import dev.foyer.base.TenantName;
import dev.foyer.gateway.accounts.Account;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One provider and how its tokens are read: it speaks for tenants and makes no operator, or it makes operators and speaks for
 * no tenant. Immutable, thread-safe.
 *
 * @param name ours, in addresses
 * @param secret of the client; {@code null}: it has none; printed nowhere
 */
record Company(String name, CompaniesConfig.Provider provider, String secret) {

    /** Those within a tenant. A provider cannot make up others, and makes nobody an operator of all tenants. */
    static final Set<String> ROLES = Set.of(Roles.ADMIN, Roles.HELPDESK, Roles.AUDITOR, Roles.BRIDGE, Roles.CLIENT_APP);

    /** Those of operators, who are of no tenant. */
    static final Set<String> OPERATORS = Set.of(Roles.OPERATOR);

    /** Instead of a name: every tenant that no other provider names, as soon as it is added. */
    static final String ANY = "*";

    /** What stands in ID tokens and in logout tokens, and not in access tokens. */
    private static final Set<String> OF_OTHER_TOKENS = Set.of("nonce", "at_hash", "c_hash", "events");

    private static final JsonMapper JSON = Json.mapper().build();

    /** Names travel in headers and stand in events. */
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9@._+-]{1,128}");

    String issuer() {
        return provider.issuerUrl().toString();
    }

    /** Whether its people are operators. */
    boolean isOfOperators() {
        return provider.operators();
    }

    /** Those that it may speak for by name; none for operators'. */
    Set<String> tenants() {
        return provider.tenants().orElse(Set.of());
    }

    /** Which of our roles its tokens can give. */
    Set<String> givenRoles() {
        return isOfOperators() ? OPERATORS : ROLES;
    }

    /**
     * Who the token speaks of; empty when it speaks of a tenant that this provider may not speak for, or names nobody.
     *
     * @param claims of a token whose signature, issuer, audience and time were found right
     */
    Optional<Account> account(JsonNode claims) {
        String account = text(claims, provider.accountClaim());
        if (account == null || !ACCOUNT.matcher(account).matches()) {
            return Optional.empty();
        }
        if (isOfOperators()) {
            return Optional.of(new Account(account, Account.OF_NO_TENANT, roles(claims), null));
        }
        String tenant = provider.tenantClaim()
                .map(claim -> text(claims, claim))
                .orElseGet(() -> tenants().iterator().next());
        return Optional.ofNullable(tenant)
                .filter(named -> tenants().contains(named) || mayBeAny(named))
                .map(named -> new Account(
                        account,
                        named,
                        roles(claims),
                        provider.userIdClaim().map(claim -> text(claims, claim)).orElse(null)));
    }

    /** Whether it speaks for that one without naming it; those of other providers are not among them. */
    private boolean mayBeAny(String tenant) {
        return tenants().contains(ANY) && TenantName.isValid(tenant);
    }

    private Set<String> roles(JsonNode claims) {
        Set<String> ours = new LinkedHashSet<>();
        Map<String, String> mapped = provider.roles();
        for (JsonNode role : at(claims, provider.rolesClaim())) {
            String name = role.asText();
            String our = mapped.isEmpty() ? name : mapped.get(name);
            if (our != null && givenRoles().contains(our)) {
                ours.add(our);
            }
        }
        return ours;
    }

    private static String text(JsonNode claims, String claim) {
        JsonNode value = at(claims, claim);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** A claim's own name may hold slashes, as those of some providers do, which are addresses. */
    private static JsonNode at(JsonNode claims, String path) {
        JsonNode whole = claims.path(path);
        if (!whole.isMissingNode()) {
            return whole;
        }
        JsonNode at = claims;
        for (String part : path.split("/")) {
            at = at.path(part);
        }
        return at;
    }

    /**
     * Whether these are of an access token, as far as one can tell. An ID token has our audience, too, and says who
     * signed in; it does not say that somebody may act for them, and it lies where access tokens do not.
     */
    static boolean areOfAccess(JsonNode claims) {
        return OF_OTHER_TOKENS.stream().noneMatch(claims::has)
                && !"ID".equals(claims.path("typ").asText());
    }

    /** The claims of a token in its compact form, unverified. */
    static Optional<JsonNode> claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(Base64.getUrlDecoder().decode(parts[1])))
                    .filter(JsonNode::isObject);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Company[" + name + "]";
    }
}

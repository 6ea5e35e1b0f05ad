package dev.foyer.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.accounts.Identities;
import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserEntry;
import dev.foyer.gateway.tenants.KnownTenants;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * Who asks, for which tenant, and which command it is. The tenant comes from the account and from nowhere else; only an
 * operator, who has none, names one.
 */
@RequestScoped
public class ApiRequest {

    private static final int LONGEST_KEY = 255;

    @Inject
    SecurityIdentity identity;

    @Inject
    RoutingContext routing;

    @Inject
    CommandIds commandIds;

    @Inject
    ReadModel index;

    @Inject
    KnownTenants knownTenants;

    @Inject
    ObjectMapper json;

    /**
     * The account as it acts here: an operator's is of the tenant that it names.
     *
     * @throws dev.foyer.base.Problem.ProblemException 404 when there is no such tenant
     */
    public Account account() {
        Account account = NamedTenant.in(routing.request().getHeader(NamedTenant.HEADER), signedIn());
        if (NamedTenant.isOperator(account)) {
            knownTenants.checkThere(account.tenant());
        }
        return account;
    }

    /** The account as it is. */
    Account signedIn() {
        return Identities.account(identity);
    }

    public boolean is(String role) {
        return signedIn().roles().contains(role);
    }

    /** What the caller's tenant has; throws Unavailable at its first use while the index is being built. */
    public TenantView view() {
        return index.tenant(account().tenant());
    }

    /** What of callers' numbers the caller's tenant is shown. */
    public CallerMask callers() {
        return new CallerMask(view());
    }

    /** @throws dev.foyer.base.Problem.ProblemException 404 */
    public UserEntry user(String idOrName) {
        return view().user(idOrName).orElseThrow(() -> Problems.userNotFound().exception());
    }

    /** Of an administrator or the helpdesk; of an auditor or operator, who read. @param body as it was understood; {@code null}: none */
    public CommandContext command(Object body) {
        return command(role(), body);
    }

    /** Of those that people have, the one that may most. */
    private String role() {
        if (is(Roles.ADMIN)) {
            return Roles.ADMIN;
        }
        if (NamedTenant.isOperator(signedIn())) {
            return Roles.OPERATOR;
        }
        return is(Roles.HELPDESK) ? Roles.HELPDESK : Roles.AUDITOR;
    }

    /** @param role the one that acts; the caller has it */
    public CommandContext command(String role, Object body) {
        return command(routing.request().getHeader("Idempotency-Key"), role, body);
    }

    /** @param key the same for each repetition of the request; {@code null}: it is not meant to be repeated */
    public CommandContext command(String key, String role, Object body) {
        Account account = account();
        String commandId = key == null ? commandIds.fresh() : repeatable(account, key, body);
        return new CommandContext(account, role, commandId, CorrelationFilter.idOf(routing));
    }

    /**
     * Of an operator, about a tenant that need not be there. An account that is one beside other roles is one tenant's.
     *
     * @param body as it was understood; {@code null}: none
     */
    CommandContext operator(String tenant, Object body) {
        if (!NamedTenant.isOperator(signedIn())) {
            throw Problems.operatorOnly().exception();
        }
        Account operator = NamedTenant.as(signedIn(), tenant);
        String key = routing.request().getHeader("Idempotency-Key");
        String commandId = key == null ? commandIds.fresh() : repeatable(operator, key, body);
        return new CommandContext(operator, Roles.OPERATOR, commandId, CorrelationFilter.idOf(routing));
    }

    private String repeatable(Account account, String key, Object body) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problems.badParameter("Idempotency-Key", "is 1 to " + LONGEST_KEY + " characters long.")
                    .exception();
        }
        return commandIds.of(
                account, routing.request().method().name(), routing.request().path(), key, bytes(body));
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for " + body.getClass().getName());
        }
    }
}

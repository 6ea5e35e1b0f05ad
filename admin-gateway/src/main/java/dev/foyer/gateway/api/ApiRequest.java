package dev.foyer.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.accounts.Identities;
import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.clients.CommandContext;
import dev.foyer.gateway.index.AmbiguousName;
import dev.foyer.gateway.index.AuditQuery;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.index.SourceEntry;
import dev.foyer.gateway.index.TenantView;
import dev.foyer.gateway.index.UserEntry;
import dev.foyer.gateway.tenants.KnownTenants;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

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
    ViewPosition position;

    @Inject
    KnownTenants knownTenants;

    @Inject
    ObjectMapper json;

    /** What a form of the page says of it. */
    private String reason;

    private String key;

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

    /** In which languages the answer may speak, as {@code Accept-Language} says it; {@code null}: it says nothing. */
    public String acceptedLanguage() {
        return routing.request().getHeader("Accept-Language");
    }

    /** The account as it is. */
    Account signedIn() {
        return Identities.account(identity);
    }

    public boolean is(String role) {
        return signedIn().roles().contains(role);
    }

    /**
     * What the caller's tenant has; throws Unavailable at its first use while the index is being built.
     *
     * @throws dev.foyer.base.Problem.ProblemException 503 when it does not show in time what the caller saw elsewhere
     */
    public TenantView view() {
        position.reach();
        return index.tenant(account().tenant());
    }

    /**
     * The same; of an operator who names no tenant, what is no tenant's.
     *
     * @throws dev.foyer.base.Problem.ProblemException 404 when there is no such tenant
     */
    TenantView viewOrOfNoTenant() {
        return isAboutNoTenant() ? index.tenant(SourceEntry.NO_TENANT) : view();
    }

    /** Whether an operator asks, and names no tenant. */
    boolean isAboutNoTenant() {
        return NamedTenant.isOperator(signedIn()) && routing.request().getHeader(NamedTenant.HEADER) == null;
    }

    /** What of callers' numbers the caller's tenant is shown. */
    public CallerMask callers() {
        return new CallerMask(view());
    }

    /** @throws dev.foyer.base.Problem.ProblemException 404; 409 when it may be two users */
    public UserEntry user(String idOrName) {
        return findUser(idOrName).orElseThrow(() -> Problems.userNotFound().exception());
    }

    /**
     * The user id by which what is kept of a user is found. Of who is removed it is asked for itself: no name is theirs any more.
     *
     * @throws dev.foyer.base.Problem.ProblemException 404 when nobody is called so and nothing ever happened to such an id
     */
    String idOfAny(String idOrName) {
        return findUser(idOrName)
                .map(UserEntry::userId)
                .or(() -> Optional.of(idOrName).filter(this::wasThere))
                .orElseThrow(() -> Problems.userNotFound().exception());
    }

    private boolean wasThere(String userId) {
        var ofUser = new AuditQuery(userId, null, null, null, null, null);
        return !view().audit(ofUser, 1, null).items().isEmpty();
    }

    /** As {@link #user}; empty when there is none. */
    Optional<UserEntry> findUser(String idOrName) {
        try {
            return view().user(idOrName);
        } catch (AmbiguousName _) {
            throw Problems.nameIsAmbiguous().exception();
        }
    }

    /** Of an administrator or the helpdesk; of an auditor or operator, who read. @param body as it was understood; {@code null}: none */
    public CommandContext command(KeyScope scope, Object body) {
        return command(role(), scope, body);
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
    public CommandContext command(String role, KeyScope scope, Object body) {
        return command(key(), role, scope, body);
    }

    /** @param key the same for each repetition of the request; {@code null}: it is not meant to be repeated */
    public CommandContext command(String key, String role, KeyScope scope, Object body) {
        Account account = account();
        String reason = reason(account, scope, body);
        String commandId = key == null ? commandIds.fresh() : repeatable(account, scope, key, body);
        return new CommandContext(account, role, commandId, CorrelationFilter.idOf(routing), reason);
    }

    /** Asked before anything is done. */
    private String reason(Account account, KeyScope scope, Object body) {
        Bodies.WithReason said = body instanceof Bodies.WithReason one ? one : null;
        if (said != null && said.onlyTried()) {
            return null;
        }
        return Reasons.of(
                scope.name(),
                reason != null ? reason : Reasons.read(routing.request().getHeader(Reasons.HEADER)),
                said == null ? null : said.reason(),
                () -> index.tenant(account.tenant()).settings());
    }

    /**
     * Of an operator, about a tenant that need not be there. An account that is one beside other roles is one tenant's.
     *
     * @param body as it was understood; {@code null}: none
     */
    CommandContext operator(String tenant, KeyScope scope, Object body) {
        if (!NamedTenant.isOperator(signedIn())) {
            throw TenantProblems.operatorOnly().exception();
        }
        Account operator = NamedTenant.as(signedIn(), tenant);
        String key = key();
        String reason = reason(operator, scope, body);
        String commandId = key == null ? commandIds.fresh() : repeatable(operator, scope, key, body);
        return new CommandContext(operator, Roles.OPERATOR, commandId, CorrelationFilter.idOf(routing), reason);
    }

    /** From a form of the page, where an API's caller has a header: the same for each repetition. @param given or {@code null} */
    public void useKey(String given) {
        key = given;
    }

    /** From a form of the page, where an API's caller has a header: why. @param given or {@code null} */
    public void useReason(String given) {
        reason = given;
    }

    /** Whether its sender may repeat it. */
    boolean isRepeatable() {
        return key() != null;
    }

    private String key() {
        return key != null ? key : routing.request().getHeader(IdempotencyKeyFilter.HEADER);
    }

    private String repeatable(Account account, KeyScope scope, String key, Object body) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problems.badParameter(IdempotencyKeyFilter.HEADER, "is 1 to " + LONGEST_KEY + " characters long.")
                    .exception();
        }
        if (key.chars().anyMatch(Character::isISOControl)) {
            throw Problems.badParameter(IdempotencyKeyFilter.HEADER, "has no control characters.")
                    .exception();
        }
        return commandIds.of(account, scope, key, bytes(body));
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for " + body.getClass().getName());
        }
    }
}

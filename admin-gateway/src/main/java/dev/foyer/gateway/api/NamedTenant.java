package dev.foyer.gateway.api;

import dev.foyer.base.TenantName;
import dev.foyer.gateway.accounts.Account;
import java.util.Set;

/**
 * Which tenant a request is about: the account's own, and for an operator the one that a header names. An account with any
 * role beside the operator's is not one of all tenants: it would bring that role along.
 */
final class NamedTenant {

    static final String HEADER = "Foyer-Tenant";

    private static final Set<String> OPERATOR = Set.of(Roles.OPERATOR);

    private NamedTenant() {}

    /**
     * The account as it acts in this request.
     *
     * @param named what the header says, or {@code null}
     * @throws dev.foyer.base.Problem.ProblemException when it names none or may not
     */
    static Account in(String named, Account account) {
        if (!isOperator(account)) {
            if (named != null && !named.equals(account.tenant())) {
                throw TenantProblems.tenantNotYours().exception();
            }
            return account;
        }
        if (named == null) {
            throw TenantProblems.tenantMissing().exception();
        }
        if (!TenantName.isValid(named)) {
            throw Problems.badParameter(HEADER, "is a tenant's name, such as contoso.com.")
                    .exception();
        }
        return as(account, named);
    }

    /** An operator, for that tenant. */
    static Account as(Account operator, String tenant) {
        return new Account(operator.name(), tenant, operator.roles(), null);
    }

    static boolean isOperator(Account account) {
        return account.roles().equals(OPERATOR);
    }
}

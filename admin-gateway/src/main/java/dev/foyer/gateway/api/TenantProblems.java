package dev.foyer.gateway.api;

import dev.foyer.base.Problem;

/** Whose tenant it is, and who may ask for it. */
final class TenantProblems {

    private TenantProblems() {}

    static Problem tenantMissing() {
        return Problem.of(
                400,
                "tenant-missing",
                "Which tenant?",
                "An operator has none: name one by the header " + NamedTenant.HEADER + ".");
    }

    static Problem operatorOnly() {
        return Problem.of(
                403,
                "operator-only",
                "Only operators add and remove tenants",
                "Use an account that has the role operator and no other: one with more roles belongs to its tenant.");
    }

    static Problem tenantNotYours() {
        return Problem.of(
                404,
                "tenant-not-yours",
                "The request names another tenant",
                "Your account is of one tenant; leave the header " + NamedTenant.HEADER
                        + " out, only operators need it.");
    }

    static Problem tenantInvalid() {
        return Problem.of(
                400,
                "tenant-invalid",
                "No tenant can be called so",
                "tenant is a domain name in lower case such as contoso.com.");
    }

    /** Where no {@code foyer.tenants-url} is set. */
    static Problem tenantsElsewhere() {
        return Problem.of(
                501,
                "tenants-elsewhere",
                "Tenants are not added or removed here",
                "Who operates the broker does that: ./foyer tenant add, ./foyer tenant remove, or with foyer.tenants-url"
                        + " the gateway by what listens there.");
    }

    static Problem deadLettersOfATenant() {
        return Problem.of(
                403,
                "role-missing",
                "Your account may not do this",
                "What is to be done about a tenant's dead letters, its own administrators decide. Without the header "
                        + NamedTenant.HEADER + " an operator decides about those that are no tenant's.");
    }
}

/**
 * People who sign in with their company: one OpenID Connect provider per tenant, from configuration. A token is believed for
 * the tenants that its provider may speak for, and for nothing else of it but a name, roles and a user. Knows the accounts
 * only; sessions of the page are {@code signin}'s.
 */
package dev.foyer.gateway.company;

/**
 * Which tenants there are, and how they come and go. {@code KnownTenants} says it to everybody: an event of an operator's decides,
 * and before there was one the configuration. Start reading there.
 */
package dev.foyer.gateway.tenants;

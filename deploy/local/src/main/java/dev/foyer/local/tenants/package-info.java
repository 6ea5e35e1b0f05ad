/**
 * Tenants come and go while Foyer runs: their topics, the user of their systems with its rules, and their first administrator;
 * and all of it away again, with their users and meetings. Begin with {@code Tenants}.
 */
package dev.foyer.local.tenants;

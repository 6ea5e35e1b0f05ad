/**
 * What of a tenant is at the broker and in the accounts' file: topics, the user of its systems with its rules, its first
 * administrator; made and taken away for the gateway, by a process that holds the key to all of it. And the command line,
 * which asks the gateway as everybody else. Begin with {@code Tenants}.
 */
package dev.foyer.local.tenants;

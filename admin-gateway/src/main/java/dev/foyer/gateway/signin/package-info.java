/**
 * Signing in: what it costs to guess, and how long it holds. Passwords are compared by {@code accounts}; failures are
 * counted by pin-service, which also owns the generation of an account's sessions, so that all gateways agree; what it
 * decided comes back through the index. Begin with {@code SignIns} and {@code SessionMechanism}.
 */
package dev.foyer.gateway.signin;

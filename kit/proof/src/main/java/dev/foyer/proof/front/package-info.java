/**
 * {@code ./foyer bench front}: what users feel. A packaged Foyer, its public API, a load generator that is none of its
 * processes; beside the gateway's own floor, and on demand beside Keycloak.
 */
package dev.foyer.proof.front;

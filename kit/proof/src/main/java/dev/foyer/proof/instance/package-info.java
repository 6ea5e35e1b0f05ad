/**
 * One instance of a service that has nothing but accounts: the runtime, the routing, and a small HTTP server in the place of
 * Quarkus. As a process it can be killed, stopped and cut off; the benchmark also runs one inside its own JVM.
 *
 * <p>{@code POST /commands} is what a client asks, and may be forwarded to the owner; {@code POST /owned} asks this instance
 * and nobody else, which is how a zombie is asked; {@code POST /internal/commands} is where other instances forward to;
 * {@code GET /ready} says whether it serves, {@code GET /owns} which partitions, {@code GET /verify} whether the snapshots
 * tell the same as the journal.
 */
package dev.foyer.proof.instance;

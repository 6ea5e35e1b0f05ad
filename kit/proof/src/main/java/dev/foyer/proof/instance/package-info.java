/**
 * One instance of a service that has nothing but accounts: the runtime, the routing, and a small HTTP door in the place
 * of Quarkus. As a process it can be killed, stopped and cut off; the benchmark also runs one inside its own JVM.
 *
 * <p>{@code POST /commands} is what a client asks, and may be handed to the owner; {@code POST /owned} asks this instance
 * and nobody else, which is how a zombie is questioned; {@code POST /internal/commands} is the routed hop; {@code GET
 * /ready} says whether it serves, {@code GET /owns} which partitions, {@code GET /verify} whether the snapshots tell the
 * same as the journal.
 */
package dev.foyer.proof.instance;

/** How fast a lobby opens, and what it costs to come to one: {@code ./foyer bench lobby}. */
package dev.foyer.proof.lobby;

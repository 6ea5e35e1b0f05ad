/**
 * What becomes of dead letters: an aggregate for each that somebody replays or discards, in the journal of the service that wrote it.
 * The decider is pure; {@code Replays} of the kit for services does what it decides. Knows no domain: a service says how its public
 * events look.
 */
package dev.foyer.eventsourcing.deadletters;

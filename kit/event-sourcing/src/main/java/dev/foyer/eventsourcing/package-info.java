/**
 * The contract between a domain and the kit, without Kafka: a {@link dev.foyer.eventsourcing.Decider} says what commands mean
 * and what events change; an {@link dev.foyer.eventsourcing.AggregateType} puts beside it how events and answers are stored,
 * what of them is published, which time limits there are and who hears of commits; {@link dev.foyer.eventsourcing.Commands}
 * is how a service asks. What carries this out is in {@code internal}; the module's README follows one command through it.
 */
package dev.foyer.eventsourcing;

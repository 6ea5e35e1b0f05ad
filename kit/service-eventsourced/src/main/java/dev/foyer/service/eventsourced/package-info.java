/**
 * What the three Quarkus services with aggregates share: a {@link dev.foyer.service.eventsourced.ServiceRunner} that starts
 * the kit and the readers of an {@link dev.foyer.service.eventsourced.EventSourcedService} from its configuration and stops
 * them, health, the endpoints for other instances and for {@code ./foyer verify}, and answers with the positions of events.
 */
package dev.foyer.service.eventsourced;

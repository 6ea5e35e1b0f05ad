/**
 * Dead letters of a service are handled again or discarded by command of an administrator: {@code DeadLetterResource} takes the command,
 * {@code DeadLetterDecider} of the kit decides it, {@code Replays} hands the stored bytes to the channel's own handler.
 */
package dev.foyer.service.eventsourced.deadletters;

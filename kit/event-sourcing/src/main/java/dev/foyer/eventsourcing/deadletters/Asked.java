package dev.foyer.eventsourcing.deadletters;

import dev.foyer.base.Actor;

/**
 * Who wants a replay, and why.
 *
 * @param commandId of the command, the same when it is repeated
 * @param correlationId joins what follows from it
 * @param reason {@code null}: none was given
 */
public record Asked(Actor actor, String commandId, String correlationId, String reason) {}

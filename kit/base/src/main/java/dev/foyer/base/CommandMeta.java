package dev.foyer.base;

import java.util.Objects;

/**
 * What travels with every command and ends up on every event: who and why.
 *
 * @param commandId unique per request, the same when the request is repeated: a repeated id gets its first answer
 * @param correlationId joins all that follows from one request
 */
public record CommandMeta(String commandId, String correlationId, Actor actor) {
    public CommandMeta {
        Objects.requireNonNull(commandId, "commandId");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(actor, "actor");
    }
}

package dev.foyer.base;

import java.util.Objects;

/**
 * What travels with every command and ends up on every event: who and why.
 *
 * @param commandId unique per request, the same when the request is repeated: a repeated id gets its first answer
 * @param correlationId joins all that follows from one request
 * @param traceparent of W3C Trace Context, or {@code null}: joins the same for those who watch many systems. It comes from
 *     outside; what is none is taken as not said
 */
public record CommandMeta(String commandId, String correlationId, Actor actor, String traceparent) {
    public CommandMeta {
        Objects.requireNonNull(commandId, "commandId");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(actor, "actor");
        traceparent = TraceParent.orNull(traceparent);
    }

    /** Without a trace. */
    public CommandMeta(String commandId, String correlationId, Actor actor) {
        this(commandId, correlationId, actor, null);
    }

    /** For another command that follows from this one. */
    public CommandMeta withCommandId(String commandId) {
        return new CommandMeta(commandId, correlationId, actor, traceparent);
    }

    /** As part of that trace; {@code null} for none. */
    public CommandMeta withTraceparent(String traceparent) {
        return new CommandMeta(commandId, correlationId, actor, traceparent);
    }
}

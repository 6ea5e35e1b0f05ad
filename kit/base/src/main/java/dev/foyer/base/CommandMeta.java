package dev.foyer.base;

import java.util.Objects;

/**
 * What travels with every command and ends up on every event, but for the credential: who and why.
 *
 * @param commandId unique per request, the same when the request is repeated: a repeated id gets its first answer
 * @param correlationId joins all that follows from one request
 * @param traceparent of W3C Trace Context, or {@code null}: joins the same for those who watch many systems. It comes from
 *     outside; what is none is taken as not said
 * @param credential proves to another instance that this actor asked; {@code null} when no request made the command. It
 *     goes no further than to the aggregate's owner
 * @param reason why the actor wants it, one line, or the id of the record that asks (rule G3); {@code null}: it is not said
 */
public record CommandMeta(
        String commandId, String correlationId, Actor actor, String traceparent, Credential credential, String reason) {
    public CommandMeta {
        Objects.requireNonNull(commandId, "commandId");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(actor, "actor");
        traceparent = TraceParent.orNull(traceparent);
    }

    /** Without a reason. */
    public CommandMeta(String commandId, String correlationId, Actor actor, String traceparent, Credential credential) {
        this(commandId, correlationId, actor, traceparent, credential, null);
    }

    /** Without a request. */
    public CommandMeta(String commandId, String correlationId, Actor actor, String traceparent) {
        this(commandId, correlationId, actor, traceparent, null);
    }

    /** Without a request and a trace. */
    public CommandMeta(String commandId, String correlationId, Actor actor) {
        this(commandId, correlationId, actor, null, null);
    }

    /** Proved by that; it goes no further than to the aggregate's owner. */
    public CommandMeta withCredential(Credential proof) {
        return new CommandMeta(commandId, correlationId, actor, traceparent, proof, reason);
    }

    /** For another command that follows from this one. */
    public CommandMeta withCommandId(String commandId) {
        return new CommandMeta(commandId, correlationId, actor, traceparent, credential, reason);
    }

    /** As part of that trace; {@code null} for none. */
    public CommandMeta withTraceparent(String traceparent) {
        return new CommandMeta(commandId, correlationId, actor, traceparent, credential, reason);
    }

    /** For that reason; {@code null} for none. */
    public CommandMeta because(String reason) {
        return new CommandMeta(commandId, correlationId, actor, traceparent, credential, reason);
    }
}

package dev.foyer.service.calls;

import dev.foyer.base.Actor;
import java.util.Objects;

/**
 * What the gateway says of one request, under its signature.
 *
 * @param tenant whose things it is about; nothing of another tenant's may be touched
 * @param actor the account, in the one role that allows the request
 * @param commandId the same for each repetition of the request
 * @param correlationId joins all that follows from it
 * @param reason why the actor wants it; {@code null}: it is not said
 */
public record CallClaims(String tenant, Actor actor, String commandId, String correlationId, String reason) {

    /** The {@code typ} of the token: no other kind of JWT passes for one of these. */
    static final String TYPE = "foyer-call+jwt";

    static final String TENANT = "tenant";
    static final String USER = "user";
    static final String ROLE = "role";
    static final String COMMAND = "command";
    static final String CORRELATION = "correlation";
    static final String REASON = "reason";

    /** Without a reason. */
    public CallClaims(String tenant, Actor actor, String commandId, String correlationId) {
        this(tenant, actor, commandId, correlationId, null);
    }

    public CallClaims {
        Objects.requireNonNull(tenant, TENANT);
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(commandId, COMMAND);
        Objects.requireNonNull(correlationId, CORRELATION);
    }
}

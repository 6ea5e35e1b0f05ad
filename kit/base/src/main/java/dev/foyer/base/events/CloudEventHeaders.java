package dev.foyer.base.events;

/** Names of our CloudEvents extensions; CloudEvents allows lower-case letters and digits only. */
public final class CloudEventHeaders {
    /** Whose record it is. */
    public static final String TENANT = "tenant";
    /** The account or service that caused it. */
    public static final String ACTOR = "actor";
    /** The role that the account used. */
    public static final String ACTOR_ROLE = "actorrole";
    /** The command that made it. */
    public static final String COMMAND_ID = "commandid";
    /** Joins all that followed from one request. */
    public static final String CORRELATION_ID = "correlationid";
    /** Why whoever caused it wanted it, or the record that asked for it; where anything is said. */
    public static final String REASON = "reason";

    /** The trace that it is part of, when its command was: the extension "Distributed Tracing". */
    public static final String TRACEPARENT = "traceparent";
    /** The order within its aggregate: larger than all before, of up to 19 digits. */
    public static final String SEQUENCE = "sequence";

    /** A detached JWS over {@link SignedContent}, on records whose reader does not believe the topic alone. */
    public static final String SIGNATURE = "signature";

    private CloudEventHeaders() {}
}

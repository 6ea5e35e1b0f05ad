package dev.foyer.service;

/** Headers between the gateway and the services, and between instances. */
public final class CallHeaders {
    /** The account that asks. */
    public static final String ACTOR = "Foyer-Actor";
    /** The account's own user in the directory, where it has one. */
    public static final String ACTOR_USER = "Foyer-Actor-User";
    /** The role that the account uses. */
    public static final String ROLE = "Foyer-Role";
    /** The same for each repetition of one request. */
    public static final String COMMAND_ID = "Foyer-Command-Id";
    /** Joins all that follows from one request. */
    public static final String CORRELATION_ID = "Foyer-Correlation-Id";
    /** In answers: the public records that the command wrote. */
    public static final String POSITIONS = "Foyer-Positions";

    private CallHeaders() {}
}

package dev.foyer.service;

/** Headers between the gateway and the services. Who asks, and which command it is, stands in the signed token alone. */
public final class CallHeaders {
    /** In answers: the public records that the command wrote. */
    public static final String POSITIONS = "Foyer-Positions";

    private CallHeaders() {}
}

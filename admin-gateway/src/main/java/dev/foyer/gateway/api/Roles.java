package dev.foyer.gateway.api;

/** What an account may be allowed to do; the names are part of the accounts and of every event's record. */
public final class Roles {
    /** Everything of its tenant. */
    public static final String ADMIN = "conferencing-admin";
    /** Resets without seeing the PIN, sends mails. */
    public static final String HELPDESK = "helpdesk";
    /** Reads. */
    public static final String AUDITOR = "auditor";
    /** Calls of a telephony bridge. */
    public static final String BRIDGE = "bridge";
    /** Joins of signed-in people. */
    public static final String CLIENT_APP = "client-app";

    private Roles() {}
}

package dev.foyer.base;

import java.util.Set;

/** The roles of accounts and of ourselves; the words stand in every event's record. */
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

    /** Adds and removes tenants, and reads of each; gets no PIN. */
    public static final String OPERATOR = "operator";

    /** A tenant's own systems: over topics, and over SCIM with a token. Makes users and takes them away; never sees a PIN. */
    public static final String DIRECTORY = "directory";

    /** Of who has not proved to be anybody, and of an account without a role. */
    public static final String ANONYMOUS = "anonymous";

    /** Of our own services, which react to records and to what they did themselves. */
    public static final String SERVICE = "service";

    /**
     * Of what a campaign does to each of its users, in the name of the administrator who made it: less than that one could
     * do, because nobody is there to be shown a PIN.
     */
    public static final String CAMPAIGN = "campaign";

    private static final Set<String> OF_ACCOUNTS =
            Set.of(ADMIN, HELPDESK, AUDITOR, BRIDGE, CLIENT_APP, OPERATOR, ANONYMOUS);

    private Roles() {}

    /** Whether only a request can have this role, and no reaction of a service to a record or a timer. */
    public static boolean isOfAccounts(String role) {
        return OF_ACCOUNTS.contains(role);
    }
}

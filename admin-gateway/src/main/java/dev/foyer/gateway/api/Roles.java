package dev.foyer.gateway.api;

import java.util.Set;

/** What an account may be allowed to do; the names are part of the accounts and of every event's record. */
public final class Roles {
    /** Everything of its tenant. */
    public static final String ADMIN = dev.foyer.base.Roles.ADMIN;
    /** Resets without seeing the PIN, sends mails. */
    public static final String HELPDESK = dev.foyer.base.Roles.HELPDESK;
    /** Reads. */
    public static final String AUDITOR = dev.foyer.base.Roles.AUDITOR;
    /** Calls of a telephony bridge. */
    public static final String BRIDGE = dev.foyer.base.Roles.BRIDGE;
    /** Joins of signed-in people. */
    public static final String CLIENT_APP = dev.foyer.base.Roles.CLIENT_APP;
    /** Adds and removes tenants, and reads of the one that it names; gets no PIN. */
    public static final String OPERATOR = dev.foyer.base.Roles.OPERATOR;

    /**
     * What acts in one of them is an account, or, in the last one, a campaign in the name of an account; anything else is a
     * service or another's system.
     */
    static final Set<String> OF_ACCOUNTS =
            Set.of(ADMIN, HELPDESK, AUDITOR, BRIDGE, CLIENT_APP, OPERATOR, dev.foyer.base.Roles.CAMPAIGN);

    private Roles() {}
}

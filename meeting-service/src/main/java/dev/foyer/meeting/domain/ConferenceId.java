package dev.foyer.meeting.domain;

/** The forms of a conference ID (C2): what callers dial, unique over all tenants. */
public final class ConferenceId {

    /** A user's own, given by pin-service. */
    public static final String PERSONAL = "[0-9]{7}";

    /** A scheduled meeting's, given by us. */
    public static final String SCHEDULED = "[0-9]{9}";

    /** Either. */
    public static final String ANY = PERSONAL + "|" + SCHEDULED;

    private ConferenceId() {}
}
